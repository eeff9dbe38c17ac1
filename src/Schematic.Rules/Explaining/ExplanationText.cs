using System.Globalization;
using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Explaining;

/// <summary>The words in which an explanation says what was expected and what was found.</summary>
internal static class ExplanationText
{
    public const string NoCompany = "no company";
    public const string NoCompanyNote = "There is no company in this check, so nothing about one holds.";
    public const string NoUser = "no user";
    public const string NoUserNote = "There is no user in this check, so nothing about one holds.";
    public const string Nothing = "none";

    private const int MaxIds = 5;
    private const int MicroCredits = 1_000_000;
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static string OneOf(bool isNegated, IdSet ids) => (isNegated ? "none of " : "one of ") + List(ids);

    /// <summary>At most five, and how many more there are.</summary>
    public static string List(IdSet ids)
    {
        var all = ids.Ids;
        if (all.IsEmpty)
            return Nothing;
        var shown = new string[Math.Min(all.Length, MaxIds)];
        for (var i = 0; i < shown.Length; i++)
            shown[i] = all[i].Text;
        var text = string.Join(", ", shown);
        return all.Length > MaxIds
            ? string.Create(CultureInfo.InvariantCulture, $"{text} and {all.Length - MaxIds} more")
            : text;
    }

    /// <summary>What a comparison asks of its left side: "at least 5", "before 2026-11-20T00:00:00Z".</summary>
    public static string Comparison(ComparableKind kind, ComparisonOperator comparison, string right) =>
        comparison switch
        {
            ComparisonOperator.Gt when kind == ComparableKind.Date => $"after {right}",
            ComparisonOperator.Gte when kind == ComparableKind.Date => $"{right} or later",
            ComparisonOperator.Lt when kind == ComparableKind.Date => $"before {right}",
            ComparisonOperator.Lte when kind == ComparableKind.Date => $"{right} or earlier",
            ComparisonOperator.Eq => right,
            ComparisonOperator.Ne => $"not {right}",
            ComparisonOperator.Gt => $"more than {right}",
            ComparisonOperator.Gte => $"at least {right}",
            ComparisonOperator.Lt => $"less than {right}",
            ComparisonOperator.Lte => $"at most {right}",
            ComparisonOperator.IsEmpty => "empty",
            ComparisonOperator.NotEmpty => "not empty",
            _ => "an operator that is not known",
        };

    public static bool HasRightSide(ComparisonOperator comparison) =>
        comparison is not (ComparisonOperator.IsEmpty or ComparisonOperator.NotEmpty or ComparisonOperator.Unknown);

    /// <summary>A value as its kind reads it: a text in quotes, a date in UTC.</summary>
    public static string Value(ComparableKind kind, in ComparableValue value) =>
        kind switch
        {
            ComparableKind.Int => Number(value.Number),
            ComparableKind.Bool => value.IsTrue ? "true" : "false",
            ComparableKind.Date => value.Utc is { } utc
                ? utc.ToString(DateFormat, CultureInfo.InvariantCulture)
                : "no date",
            _ => $"\"{value.Text}\"",
        };

    /// <summary>Says if a value is not what its kind asks for, and what it counts as.</summary>
    public static string? Misfit(string subject, ComparableKind kind, in ComparableValue value) =>
        value.Fits(kind)
            ? null
            : kind switch
            {
                ComparableKind.Int => $"{subject} \"{value.Text}\" is not a number; counted as 0.",
                ComparableKind.Bool => $"{subject} \"{value.Text}\" is neither true nor false; counted as false.",
                _ => $"{subject} \"{value.Text}\" is not a date; counted as absent.",
            };

    public static string Number(decimal number) =>
        (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>An amount of 10⁻⁶ credit, in credits.</summary>
    public static string Credits(Int128 microCredits)
    {
        var (whole, micro) = Int128.DivRem(Int128.Abs(microCredits), MicroCredits);
        var sign = microCredits < 0 ? "-" : "";
        if (micro != 0)
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{micro:D6}").TrimEnd('0') + " credits";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole} {(whole == 1 ? "credit" : "credits")}");
    }

    public static string? Join(string? note, string? other) =>
        note is null ? other
        : other is null ? note
        : $"{note} {other}";
}
