using System.Globalization;
using Schematic.Api.Entitlements.Terms;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Events;
using Schematic.Rules.Facts;

namespace Schematic.Api.Tests.Entitlements.Terms;

/// <summary>
/// Terms written as a person says them: <c>plan 100/month</c>, <c>addon unlimited</c>, <c>override off</c>,
/// <c>plan trait:seats</c>, <c>plan credit:5</c>, and <c>override 500 expired</c>.
/// </summary>
internal static class TermsSamples
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, MetricPeriod> Periods = new()
    {
        ["day"] = MetricPeriod.CurrentDay,
        ["week"] = MetricPeriod.CurrentWeek,
        ["month"] = MetricPeriod.CurrentMonth,
        ["ever"] = MetricPeriod.AllTime,
    };

    private static readonly Dictionary<string, string> Traits = new()
    {
        ["seats"] = "10",
        ["text"] = "ten",
        ["fraction"] = "10.5",
        ["negative"] = "-3",
        ["huge"] = "99999999999999999999",
        ["below"] = "-99999999999999999999",
    };

    /// <summary>Traits of the company: <c>seats</c> is 10, any other one above is as its name says.</summary>
    public static string? Trait(string id) => Traits.GetValueOrDefault(id);

    /// <summary>One entitlement; several take their ids from their order.</summary>
    public static EntitlementTerms Parse(string text, int number = 1)
    {
        var words = text.Split(' ');
        var parts = words[1].Split('/');
        var value = parts[0].Split(':');
        var terms = new EntitlementTerms
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"id_{number:00}"),
            Source = words[0] switch
            {
                "override" => EntitlementSource.Override,
                "plan" => EntitlementSource.Plan,
                _ => EntitlementSource.AddOn,
            },
            ValueType = EntitlementValueType.Numeric,
            MetricPeriod = parts.Length > 1 ? Periods[parts[1]] : null,
            ExpiresAt = words.Length > 2 ? Now : null,
        };
        return value[0] switch
        {
            "on" or "off" => terms with { ValueType = EntitlementValueType.Boolean, ValueBool = value[0] == "on" },
            "unlimited" => terms with { ValueType = EntitlementValueType.Unlimited },
            "trait" => terms with { ValueType = EntitlementValueType.Trait, ValueTraitId = value[1] },
            "credit" => terms with
            {
                ValueType = EntitlementValueType.Credit,
                CreditId = "bcrd_1",
                ConsumptionRateMicroCredits = Number(value[1]) * MicroCredits.One,
            },
            _ => terms with { ValueNumeric = Number(value[0]) },
        };
    }

    public static IReadOnlyList<EntitlementTerms> ParseAll(string texts) =>
        [.. texts.Split("; ").Select(static (text, index) => Parse(text, index + 1))];

    /// <summary>Any terms at all; few numbers, so that many are equal.</summary>
    public static EntitlementTerms Next(Random random, int number)
    {
        string[] sources = ["override", "plan", "plan", "addon", "addon"];
        string[] values =
        [
            "on",
            "off",
            "unlimited",
            "credit:1",
            "credit:5",
            "trait:seats",
            "trait:text",
            "trait:missing",
            .. NextNumbers(random, 24),
        ];
        string[] periods = ["", "", "/day", "/week", "/month", "/ever"];
        var expired = random.Next(8) == 0 ? " expired" : "";
        return Parse($"{Of(random, sources)} {Of(random, values)}{Of(random, periods)}{expired}", number);
    }

    /// <summary>Like <see cref="Next"/>, but limits only, which is where the periods meet.</summary>
    public static EntitlementTerms NextLimit(Random random, int number, bool isAllTimeAllowed = true)
    {
        string[] sources = ["override", "plan", "addon"];
        string[] periods = ["", "/day", "/week", "/month", "/ever"];
        var period = Of(random, isAllTimeAllowed ? periods : periods[..^1]);
        return Parse($"{Of(random, sources)} {Of(random, [.. NextNumbers(random, 1)])}{period}", number);
    }

    private static IEnumerable<string> NextNumbers(Random random, int count) =>
        Enumerable
            .Range(0, count)
            .Select(_ => (random.Next(2) == 0 ? random.Next(12) : 30 * random.Next(12)).ToString(Invariant));

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static string Of(Random random, string[] texts) => texts[random.Next(texts.Length)];

    private static long Number(string text) => long.Parse(text, Invariant);
}
