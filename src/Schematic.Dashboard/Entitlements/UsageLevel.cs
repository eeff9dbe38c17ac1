using System.Globalization;
using Schematic.Contracts.Entitlements;

namespace Schematic.Dashboard.Entitlements;

/// <summary>Usage of a feature against what may be used, in words and as a bar.</summary>
/// <param name="Text">Usage and limit: "8,200 of 10,000".</param>
/// <param name="Share">Part of the limit that is used, above 1 if more is; null without a limit.</param>
/// <param name="Note">What is remarkable about it; null if nothing is.</param>
internal sealed record UsageLevel(string Text, double? Share, UsageTone Tone, string? Note = null)
{
    private const double Near = 0.8;

    /// <summary>Null for a feature that is on or off, whose usage is not measured.</summary>
    public static UsageLevel? From(FeatureUsageResponseData usage) =>
        usage.Usage is { } used ? Measured(usage, used)
        : usage.HasValidAllocation == false ? Unknown(0)
        : null;

    private static UsageLevel Measured(FeatureUsageResponseData usage, long used) =>
        usage switch
        {
            { HasValidAllocation: false } => Unknown(used),
            { PriceBehavior: EntitlementPriceBehavior.Overage, SoftLimit: { } included } => Overage(
                used,
                included,
                usage.Allocation
            ),
            { Allocation: { } limit } => Limited(used, limit),
            _ => new($"{Number(used)} used", null, UsageTone.Normal),
        };

    private static UsageLevel Limited(long used, long limit) =>
        new(
            $"{Number(used)} of {Number(limit)}",
            Part(used, limit),
            used >= limit ? UsageTone.Reached
                : used >= limit * Near ? UsageTone.Near
                : UsageTone.Normal,
            used > limit ? $"{Number(used - limit)} over the limit"
                : used == limit ? "Limit reached"
                : null
        );

    private static UsageLevel Overage(long used, long included, long? limit) =>
        new(
            $"{Number(used)} of {Number(included)}",
            Part(used, included),
            used >= limit ? UsageTone.Reached
                : used >= included * Near ? UsageTone.Near
                : UsageTone.Normal,
            used >= limit ? $"Limit of {Number(limit.Value)} reached"
                : used > included ? $"{Number(used - included)} billed as overage"
                : null
        );

    private static UsageLevel Unknown(long used) =>
        new(
            $"{Number(used)} used",
            1,
            UsageTone.Reached,
            "The trait that holds the limit is missing, so nothing is allowed"
        );

    private static double Part(long used, long limit) =>
        limit > 0 ? (double)used / limit
        : used > 0 ? 2
        : 1;

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

/// <summary>How near usage is to its limit.</summary>
internal enum UsageTone
{
    Normal,

    /// <summary>At 80 % or more, or billed as overage.</summary>
    Near,

    /// <summary>Another use is denied.</summary>
    Reached,
}
