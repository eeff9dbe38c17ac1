using System.Text.Json;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Events;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Tests.Companies;

namespace Schematic.Dashboard.Tests.Flags;

/// <summary>Flags and rules as the API answers them.</summary>
internal static class FlagSamples
{
    private static readonly DateTimeOffset Long = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public static FlagDetailResponseData Flag(
        string id = "flag_1",
        string name = "Analytics",
        params IReadOnlyList<RuleDetailResponseData> rules
    ) =>
        new()
        {
            Id = id,
            Key = name.ToLowerInvariant(),
            Name = name,
            Description = "",
            DefaultValue = false,
            FlagType = FlagType.Boolean,
            Rules = rules,
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static FeatureDetailResponseData Feature(
        string id = "feat_1",
        string name = "Analytics",
        params IReadOnlyList<FlagDetailResponseData> flags
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Description = "",
            FeatureType = FeatureType.Boolean,
            Flags = flags,
            Icon = "",
            Plans = [],
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static RuleDetailResponseData Rule(
        string id,
        string name,
        long priority = 1,
        params IReadOnlyList<RuleConditionDetailResponseData> conditions
    ) =>
        new()
        {
            Id = id,
            Name = name,
            Priority = priority,
            RuleType = RuleType.Standard,
            Value = true,
            Conditions = conditions,
            ConditionGroups = [],
            EnvironmentId = "env_production",
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static RuleConditionDetailResponseData Condition(
        string id,
        ConditionType type = ConditionType.Company,
        params IReadOnlyList<string> ids
    ) =>
        new()
        {
            Id = id,
            ConditionType = type,
            Operator = ComparableOperator.Eq,
            ResourceIds = ids,
            Resources = [],
            TraitValue = "",
            RuleId = "rule_1",
            EnvironmentId = "env_production",
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static RuleConditionDetailResponseData Seats(string id, ComparableOperator comparison, string value) =>
        Condition(id, ConditionType.Trait) with
        {
            Operator = comparison,
            TraitId = "trdf_seats",
            Trait = CompanySamples.Definition(TraitType.Number, "seats"),
            TraitEntityType = EntityType.Company,
            TraitValue = value,
        };

    public static RuleConditionGroupDetailResponseData Group(
        string id,
        params IReadOnlyList<RuleConditionDetailResponseData> conditions
    ) =>
        new()
        {
            Id = id,
            Conditions = conditions,
            RuleId = "rule_1",
            EnvironmentId = "env_production",
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    /// <summary>Rules of every kind with fields of every kind, and members that nobody knows.</summary>
    public static IReadOnlyList<RuleDetailResponseData> Any(Random random)
    {
        var number = 0;
        return
        [
            .. Enumerable
                .Range(0, random.Next(0, 12))
                .Select(_ =>
                    Rule(Id("rule"), Text(), random.Next(0, 5)) with
                    {
                        RuleType = Pick(Known<RuleType>()),
                        Value = Toss(),
                        Conditions = Conditions(),
                        ConditionGroups =
                        [
                            .. Enumerable
                                .Range(0, random.Next(0, 3))
                                .Select(_ => Group(Id("cogr"), Conditions()) with { Extra = Extra() }),
                        ],
                        Extra = Extra(),
                    }
                ),
        ];

        IReadOnlyList<RuleConditionDetailResponseData> Conditions() =>
            [
                .. Enumerable
                    .Range(0, random.Next(0, 4))
                    .Select(_ =>
                        Condition(
                            Id("cond"),
                            Pick(Known<ConditionType>()),
                            [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => Id("comp"))]
                        ) with
                        {
                            Operator = Pick(Known<ComparableOperator>()),
                            TraitId = Toss() ? Id("trdf") : null,
                            TraitValue = Toss() ? Text() : "",
                            ComparisonTraitId = Toss() ? Id("trdf") : null,
                            EventSubtype = Toss() ? Text() : null,
                            MetricPeriod = Toss() ? Pick(Known<MetricPeriod>()) : null,
                            MetricPeriodMonthReset = Toss() ? Pick(Known<MetricPeriodMonthReset>()) : null,
                            MetricValue = Toss() ? random.NextInt64() : null,
                            CreditId = Toss() ? Id("bilcr") : default(Optional<string>),
                            CreditCost = Toss() ? random.Next(100) / 4d : default(Optional<double?>),
                            Extra = Extra(),
                        }
                    ),
            ];

        IDictionary<string, JsonElement>? Extra() =>
            Toss()
                ? null
                : new Dictionary<string, JsonElement>
                {
                    ["x_note"] = JsonSerializer.SerializeToElement(new { text = Text(), list = new[] { 1, 2 } }),
                };
        string Id(string prefix) => $"{prefix}_{number++}";
        string Text() => Pick(["Beta", "", "π & \"quoted\"", "👩‍🚀", " spaced "]);
        T Pick<T>(T[] from) => from[random.Next(from.Length)];
        bool Toss() => random.Next(2) == 0;
        static T[] Known<T>()
            where T : struct, Enum =>
            [
                .. Enum.GetValues<T>()
                    .Where(static value =>
                        Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture) != 0
                    ),
            ];
    }
}
