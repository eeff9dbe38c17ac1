using System.Globalization;
using Schematic.Rules.Comparison;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;
using Schematic.Rules.Lookup;

namespace Schematic.Rules.Conditions;

/// <summary>Texts in which a condition explains itself: what it expects, what it found, and notes on both.</summary>
internal static class ConditionText
{
    public const string NoCompany = "no company";
    public const string NoCompanyNote = "There is no company in this check, so nothing about one holds.";
    public const string NoUser = "no user";
    public const string NoUserNote = "There is no user in this check, so nothing about one holds.";
    public const string Nothing = "none";

    // All 28 decimals that a decimal can have, without the trailing zeros that it keeps: 7.50 is 7.5.
    private const string NumberFormat = "0.############################";

    private const int MaxIds = 5;
    private const string DateFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static string OneOf(bool isNegated, IdSet ids) => (isNegated ? "none of " : "one of ") + List(ids);

    /// <summary>The first five ids, and the number of the others.</summary>
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

    /// <summary>Describes what a comparison expects: "at least 5", "before 2026-11-20T00:00:00Z".</summary>
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

    /// <summary>True for an operator that compares with a value.</summary>
    public static bool HasRightSide(ComparisonOperator comparison) =>
        comparison is not (ComparisonOperator.IsEmpty or ComparisonOperator.NotEmpty or ComparisonOperator.Unknown);

    /// <summary>Shows a value as its kind reads it: a text in quotes, a date in UTC.</summary>
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

    /// <summary>Says what a value that does not fit its kind counts as; null for a value that fits.</summary>
    public static string? Misfit(string subject, ComparableKind kind, in ComparableValue value) =>
        value.Fits(kind)
            ? null
            : kind switch
            {
                ComparableKind.Int => $"{subject} \"{value.Text}\" is not a number; counted as 0.",
                ComparableKind.Bool => $"{subject} \"{value.Text}\" is neither true nor false; counted as false.",
                _ => $"{subject} \"{value.Text}\" is not a date; counted as absent.",
            };

    public static string Number(decimal number) => number.ToString(NumberFormat, CultureInfo.InvariantCulture);

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Shows an amount in micro-credits as credits.</summary>
    public static string Credits(Int128 microCredits)
    {
        var (whole, micro) = Int128.DivRem(Int128.Abs(microCredits), MicroCredits.One);
        var sign = microCredits < 0 ? "-" : "";
        if (micro != 0)
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{micro:D6}").TrimEnd('0') + " credits";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{whole} {(whole == 1 ? "credit" : "credits")}");
    }

    /// <summary>Puts two notes one after the other; either may be null.</summary>
    public static string? Join(string? note, string? other) =>
        note is null ? other
        : other is null ? note
        : $"{note} {other}";
}
