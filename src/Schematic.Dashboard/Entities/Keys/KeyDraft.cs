using System.Globalization;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>A key being entered.</summary>
public sealed class KeyDraft
{
    public const int MaxName = 256;
    public const int MaxValue = 4096;

    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public bool IsEmpty => Name.Trim().Length == 0 && Value.Trim().Length == 0;

    /// <summary>Error in the name; null if it is valid.</summary>
    public string? NameProblem =>
        Name.Trim() switch
        {
            "" => "Name the key, like domain.",
            EntityApi.IdKey => "\"id\" is the Schematic id. Use another name.",
            { Length: > MaxName } => $"Use at most {MaxName} characters.",
            _ => null,
        };

    public string? ValueProblem =>
        Value.Trim() switch
        {
            "" => "Enter the value.",
            { Length: > MaxValue } value => string.Create(
                CultureInfo.InvariantCulture,
                $"Use at most {MaxValue:N0} characters; these are {value.Length:N0}."
            ),
            _ => null,
        };
}
