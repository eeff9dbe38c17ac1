using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Entities.Traits;

/// <summary>
/// A trait being entered: where it is, what type it has, and its value in the form that type is entered in.
/// </summary>
public sealed partial class TraitDraft
{
    public const int MaxLength = 1024;

    private IReadOnlyList<string>? _path;
    private string _name = "";

    /// <summary>With dots between nested names.</summary>
    public string Name
    {
        get => _name;
        set
        {
            _name = value;
            _path = null;
        }
    }

    public TraitType Type { get; set; } = TraitType.String;

    /// <summary>True where the type is that of a known definition and cannot be chosen.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Text, URL, number or amount.</summary>
    public string Text { get; set; } = "";

    public bool IsOn { get; set; }

    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public string Date { get; set; } = "";

    /// <summary>Time of day, in UTC; empty for a date without time.</summary>
    public string Time { get; set; } = "";

    /// <summary>A date in a form that only the API understands: edited as the text it is.</summary>
    public bool IsDateAsText { get; private init; }

    public IReadOnlyList<string> Path => _path ??= TraitPath.Parse(Name);

    /// <summary>As the API stores it. Meaningful once <see cref="Problem"/> is null.</summary>
    public string Value =>
        Type switch
        {
            TraitType.Boolean => IsOn ? "true" : "false",
            TraitType.Number or TraitType.Currency => Text.Trim(),
            TraitType.Url => Text.Trim(),
            TraitType.Date when IsDateAsText => Text.Trim(),
            TraitType.Date => Time.Length == 0 ? Date : $"{Date}T{(Time.Length == 5 ? $"{Time}:00" : Time)}Z",
            _ => Text,
        };

    /// <summary>An existing trait, as it is now.</summary>
    public static TraitDraft FromContract(EntityTraitDetailResponseData trait)
    {
        var path = TraitPath.FromTrait(trait);
        var type = TraitTypes.GetType(trait);
        var (date, time) = type == TraitType.Date ? ReadDate(trait.Value) : ("", "");
        return new()
        {
            _name = TraitPath.Dotted(path),
            _path = path,
            Type = type,
            IsKnown = true,
            Text = trait.Value,
            IsOn = trait.Value == "true",
            Date = date,
            Time = time,
            IsDateAsText = type == TraitType.Date && date.Length == 0 && trait.Value.Length > 0,
        };
    }

    /// <summary>Takes over path and type of the definition of this name, or frees them where there is none.</summary>
    public void Match(IReadOnlyList<EntityTraitDefinitionResponseData> definitions)
    {
        var definition = definitions.FirstOrDefault(known => TraitPath.Dotted(known.Hierarchy) == Name.Trim());
        IsKnown = definition is not null;
        if (definition is not null)
            Adopt(definition);
    }

    public void Adopt(EntityTraitDefinitionResponseData definition)
    {
        _path = definition.Hierarchy;
        IsKnown = true;
        Type = definition.TraitType is TraitType.Unknown ? TraitType.String : definition.TraitType;
    }

    public JsonNode? ToJson() =>
        Type switch
        {
            TraitType.Boolean => JsonValue.Create(IsOn),
            // Parsed, not computed with: the digits arrive as they were typed.
            TraitType.Number or TraitType.Currency => JsonNode.Parse(Value),
            _ => JsonValue.Create(Value),
        };

    /// <summary>Error in the name; null if it is valid.</summary>
    public string? NameProblem =>
        Name.Trim().Length == 0 ? "Name the trait."
        : Path.Any(static step => step.Length == 0) ? "A dot separates nested names: put a name on both sides."
        : Path.Any(static step => step.Length > TraitPath.MaxStepLength)
            ? $"Use at most {TraitPath.MaxStepLength} characters."
        : null;

    /// <summary>Error in the value; null if it is valid.</summary>
    public string? Problem =>
        Type switch
        {
            TraitType.Boolean => null,
            TraitType.Number or TraitType.Currency when !IsNumber(Value) => "Enter a number, like 12 or 12.50.",
            TraitType.Url when !IsUrl(Value) => "Enter an http or https address, like https://example.com.",
            TraitType.Date when IsDateAsText => null,
            TraitType.Date
                when !DateOnly.TryParseExact(
                    Date,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out _
                ) => "Choose a day.",
            TraitType.Date when Time.Length > 0 && !WireTime.TryParse(Value, out _) =>
                "Enter a time of day, like 13:30.",
            _ when Value.Length > MaxLength => string.Create(
                CultureInfo.InvariantCulture,
                $"Use at most {MaxLength:N0} characters; these are {Value.Length:N0}."
            ),
            _ => null,
        };

    private static (string Date, string Time) ReadDate(string value)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return (value, "");
        return WireTime.TryParse(value, out var time)
            ? (
                time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                time.UtcDateTime.ToString(time.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture)
            )
            : ("", "");
    }

    private static bool IsNumber(string text) =>
        text.Length <= MaxLength
        && JsonNumber().IsMatch(text)
        && double.IsFinite(double.Parse(text, CultureInfo.InvariantCulture));

    private static bool IsUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme is "http" or "https")
        && text.Contains("://", StringComparison.Ordinal);

    [GeneratedRegex(
        @"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex JsonNumber();
}
