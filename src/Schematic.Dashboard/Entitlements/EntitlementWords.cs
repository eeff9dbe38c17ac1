using System.Globalization;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Entitlements;

/// <summary>Entitlements in words: "1,000 API calls a month".</summary>
internal static class EntitlementWords
{
    /// <summary>The value on its own, for a cell or a label.</summary>
    public static string Value(EntitlementValue value) =>
        value.Type switch
        {
            EntitlementValueType.Boolean => value.IsOn ? "On" : "Off",
            EntitlementValueType.Numeric or EntitlementValueType.Unlimited => Metered(value),
            EntitlementValueType.Trait => Trait(value),
            EntitlementValueType.Credit => $"{Credits(value)} for each {value.Units.One}",
            _ => "A kind of value that this console does not know",
        };

    /// <summary>The value where the feature is named beside it: "1,000 a month".</summary>
    public static string Short(EntitlementValue value) =>
        value.Type switch
        {
            EntitlementValueType.Numeric when value is { PriceBehavior: null, Limit: { } limit } => Join(
                Number(limit),
                Per(value)
            ),
            EntitlementValueType.Unlimited when value.PriceBehavior is null => "Unlimited",
            EntitlementValueType.Credit => $"{Credits(value)} each",
            _ => Value(value),
        };

    /// <summary>
    /// The value as what somebody gets: "get 1,000 API calls a month", "gets SSO", "do not get SSO".
    /// </summary>
    /// <param name="featureName">Display name of the feature.</param>
    /// <param name="isOne">True for one company that gets it, false for several.</param>
    public static string Predicate(EntitlementValue value, string featureName, bool isOne)
    {
        var (get, pay) = isOne ? ("gets", "pays") : ("get", "pay");
        return value.Type switch
        {
            EntitlementValueType.Boolean when value.IsOn => $"{get} {featureName}",
            EntitlementValueType.Boolean => $"{(isOne ? "does" : "do")} not get {featureName}",
            EntitlementValueType.Credit => $"{pay} {Value(value)}",
            EntitlementValueType.Numeric or EntitlementValueType.Unlimited or EntitlementValueType.Trait =>
                $"{get} {Lower(Value(value))}",
            _ => $"{get} {featureName} in a way that this console does not know",
        };
    }

    /// <summary>The period that a limit is for: "a month"; empty if it is for none.</summary>
    public static string Per(MetricPeriod? period, MetricPeriodMonthReset? reset) =>
        period switch
        {
            MetricPeriod.CurrentDay => "a day",
            MetricPeriod.CurrentWeek => "a week",
            MetricPeriod.CurrentMonth when reset == MetricPeriodMonthReset.BillingCycle => "a billing month",
            MetricPeriod.CurrentMonth => "a month",
            MetricPeriod.AllTime => "in total",
            _ => "",
        };

    /// <summary>The period as a choice: "Calendar month".</summary>
    public static string PeriodTitle(MetricPeriod period, MetricPeriodMonthReset? reset = null) =>
        period switch
        {
            MetricPeriod.CurrentDay => "Day",
            MetricPeriod.CurrentWeek => "Week",
            MetricPeriod.CurrentMonth when reset == MetricPeriodMonthReset.BillingCycle => "Billing month",
            MetricPeriod.CurrentMonth => "Calendar month",
            MetricPeriod.AllTime => "All time",
            _ => "A period that this console does not know",
        };

    /// <summary>When a count restarts, as a sentence.</summary>
    public static string Reset(MetricPeriod period, MetricPeriodMonthReset? reset) =>
        period switch
        {
            MetricPeriod.CurrentDay => "Restarts every day at 00:00 UTC.",
            MetricPeriod.CurrentWeek => "Restarts on Sundays at 00:00 UTC.",
            MetricPeriod.CurrentMonth when reset == MetricPeriodMonthReset.BillingCycle =>
                "Restarts on the day of the month on which the company's billing period began.",
            MetricPeriod.CurrentMonth => "Restarts on the 1st of the month at 00:00 UTC.",
            MetricPeriod.AllTime => "Never restarts.",
            _ => "",
        };

    public static string PriceBehavior(EntitlementPriceBehavior? behavior) =>
        behavior switch
        {
            null => "Included",
            EntitlementPriceBehavior.PayAsYouGo => "Pay as you go",
            EntitlementPriceBehavior.PayInAdvance => "Pay in advance",
            EntitlementPriceBehavior.Overage => "Overage",
            EntitlementPriceBehavior.Tier => "Tiered",
            EntitlementPriceBehavior.CreditBurndown => "Credits",
            _ => "A price that this console does not know",
        };

    public static string ValueType(EntitlementValueType type) =>
        type switch
        {
            EntitlementValueType.Boolean => "On or off",
            EntitlementValueType.Numeric => "Fixed limit",
            EntitlementValueType.Unlimited => "Unlimited",
            EntitlementValueType.Trait => "Limit from a trait",
            EntitlementValueType.Credit => "Credits",
            _ => "A kind of value that this console does not know",
        };

    private static string Metered(EntitlementValue value) =>
        value.PriceBehavior switch
        {
            EntitlementPriceBehavior.Overage => Overage(value),
            EntitlementPriceBehavior.PayAsYouGo => $"{Limit(value)}, each paid for",
            EntitlementPriceBehavior.Tier => $"{Limit(value)}, paid for by tier",
            _ when value.Type == EntitlementValueType.Unlimited => Unlimited(value),
            _ => Amount(value.Limit ?? 0, value),
        };

    private static string Overage(EntitlementValue value)
    {
        var included = $"{Amount(value.SoftLimit ?? 0, value)}, then overage";
        return value is { Type: EntitlementValueType.Numeric, Limit: { } limit }
            ? $"{included} up to {Number(limit)}"
            : included;
    }

    private static string Limit(EntitlementValue value) =>
        value is { Type: EntitlementValueType.Numeric, Limit: { } limit }
            ? $"Up to {Amount(limit, value)}"
            : Unlimited(value);

    private static string Unlimited(EntitlementValue value) => $"Unlimited {value.Units.Many}";

    private static string Trait(EntitlementValue value)
    {
        var bought = value.PriceBehavior == EntitlementPriceBehavior.PayInAdvance;
        if (value.Limit is { } limit)
            return Join(
                Amount(limit, value),
                bought ? "paid in advance"
                    : value.Trait is null ? "from a trait"
                    : $"from trait {value.Trait}"
            );
        if (bought)
            return Join($"As many {value.Units.Many} as paid for in advance", Per(value));
        return Join($"As many {value.Units.Many}", Per(value), $"as the trait {value.Trait ?? "…"} says");
    }

    private static string Credits(EntitlementValue value)
    {
        var rate = value.ConsumptionRate ?? 1;
        var credit = value.Credit ?? new FeatureUnits("credit", "credits");
        return $"{rate.ToString("#,0.######", CultureInfo.InvariantCulture)} {(rate == 1 ? credit.One : credit.Many)}";
    }

    private static string Amount(long count, EntitlementValue value) =>
        Join(Quantity.Format(count, value.Units.One, value.Units.Many), Per(value));

    private static string Per(EntitlementValue value) => Per(value.Period, value.MonthReset);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var given = new List<string>();
        foreach (var part in parts)
            if (part.Length > 0)
                given.Add(part);
        return string.Join(' ', given);
    }

    // The words that a value begins with; a unit's name, which may follow a number, is never the first.
    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
