using System.Numerics;
using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>
/// The rules on the effective entitlement, one after the other, as obviously and slowly as they can be said.
/// </summary>
internal static class SlowChoice
{
    private static readonly EntitlementSource[] Preferred =
    [
        EntitlementSource.Override,
        EntitlementSource.Plan,
        EntitlementSource.AddOn,
    ];

    public static EntitlementTerms? Winner(
        IReadOnlyList<EntitlementTerms> all,
        Func<string, string?> trait,
        DateTimeOffset now
    )
    {
        var counting = all.Where(terms => terms.ExpiresAt is null || terms.ExpiresAt > now).ToList();
        return First(counting.Where(static terms => IsBoolean(terms) && terms.Source == EntitlementSource.Override))
            ?? First(counting.Where(static terms => terms.ValueType == EntitlementValueType.Unlimited))
            ?? First(counting.Where(static terms => IsBoolean(terms) && terms.ValueBool == true))
            ?? WinningLimit([.. counting.Where(IsLimit)], trait)
            ?? First(Cheapest([.. counting.Where(static terms => terms.ValueType == EntitlementValueType.Credit)]))
            ?? First(counting);
    }

    private static EntitlementTerms? WinningLimit(List<EntitlementTerms> limits, Func<string, string?> trait)
    {
        var survivor =
            First(
                Highest(
                    limits.Where(static terms => Days(terms) > 0),
                    (x, y) => Limit(x) * Days(y) > Limit(y) * Days(x)
                )
            )
            ?? First(Highest(limits.Where(static terms => terms.MetricPeriod is null), (x, y) => Limit(x) > Limit(y)));
        var allTime = First(
            Highest(
                limits.Where(static terms => terms.MetricPeriod == MetricPeriod.AllTime),
                (x, y) => Limit(x) > Limit(y)
            )
        );
        if (survivor is null || allTime is null)
            return survivor ?? allTime;
        return Limit(survivor) == Limit(allTime) ? First([survivor, allTime])
            : Limit(survivor) > Limit(allTime) ? survivor
            : allTime;

        BigInteger Limit(EntitlementTerms terms) =>
            terms.ValueType == EntitlementValueType.Numeric ? terms.ValueNumeric!.Value
            : BigInteger.TryParse(trait(terms.ValueTraitId!), out var number) ? number
            : 0;
    }

    private static IEnumerable<EntitlementTerms> Highest(
        IEnumerable<EntitlementTerms> limits,
        Func<EntitlementTerms, EntitlementTerms, bool> isHigher
    )
    {
        var all = limits.ToList();
        return all.Where(terms => !all.Exists(other => isHigher(other, terms)));
    }

    private static IEnumerable<EntitlementTerms> Cheapest(List<EntitlementTerms> credits) =>
        credits.Where(terms =>
            !credits.Exists(other => other.ConsumptionRateMicroCredits < terms.ConsumptionRateMicroCredits)
        );

    /// <summary>Override before plan before add-on, then the older id.</summary>
    private static EntitlementTerms? First(IEnumerable<EntitlementTerms> equals) =>
        equals
            .OrderBy(static terms => Array.IndexOf(Preferred, terms.Source))
            .ThenBy(static terms => terms.Id, StringComparer.Ordinal)
            .FirstOrDefault();

    private static bool IsBoolean(EntitlementTerms terms) => terms.ValueType == EntitlementValueType.Boolean;

    private static bool IsLimit(EntitlementTerms terms) =>
        terms.ValueType is EntitlementValueType.Numeric or EntitlementValueType.Trait;

    private static int Days(EntitlementTerms terms) =>
        terms.MetricPeriod switch
        {
            MetricPeriod.CurrentDay => 1,
            MetricPeriod.CurrentWeek => 7,
            MetricPeriod.CurrentMonth => 30,
            _ => 0,
        };
}
