using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>What is said of rules that are about to be saved.</summary>
public sealed class RuleSaveForm
{
    private const int MaxComment = 1000;

    /// <summary>Empty for none.</summary>
    [CustomValidation(typeof(RuleSaveForm), nameof(CheckComment))]
    public string Comment { get; set; } = "";

    /// <summary>In Unicode code points, as the API counts.</summary>
    public static ValidationResult? CheckComment(string comment)
    {
        var length = comment.Trim().EnumerateRunes().Count();
        return length <= MaxComment
            ? ValidationResult.Success
            : new ValidationResult(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Use at most {MaxComment:N0} characters. These are {length:N0}."
                ),
                [nameof(Comment)]
            );
    }

    public string? ToContract() => string.IsNullOrWhiteSpace(Comment) ? null : Comment.Trim();
}
