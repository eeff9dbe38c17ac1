using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>A save of rules, as far as a person adds to it: a comment, and whom it affects if counted.</summary>
public sealed class RuleSaveForm
{
    private const int MaxComment = 1000;

    /// <summary>Empty for none.</summary>
    [CustomValidation(typeof(RuleSaveForm), nameof(CheckComment))]
    public string Comment { get; set; } = "";

    /// <summary>The last count of whom a draft affects; null if there was none.</summary>
    public MeasuredImpact? Impact { get; set; }

    /// <summary>The count, if it was made for these rules.</summary>
    public MeasuredImpact? ImpactOf(IReadOnlyList<RuleDraft> rules) =>
        ReferenceEquals(Impact?.Rules, rules) ? Impact : null;

    /// <summary>Limits the comment to the API's maximum, counted in Unicode code points as the API does.</summary>
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
