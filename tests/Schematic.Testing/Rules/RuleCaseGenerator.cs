using Schematic.Rules;
using Schematic.Rules.Definitions;
using Schematic.Rules.Facts;

namespace Schematic.Testing.Rules;

/// <summary>
/// Invents flags, companies, users and pre-flights. The same seed and world give the same cases, on every machine.
/// </summary>
public sealed class RuleCaseGenerator
{
    private const int MaxRules = 5;
    private const int MaxConditions = 3;
    private const int MaxGroups = 2;

    private readonly int _seed;
    private readonly RuleWorld _world;
    private readonly Dice _dice;
    private readonly ConditionGenerator _conditions;
    private int _number;

    public RuleCaseGenerator(int seed, RuleWorld? world = null)
    {
        _seed = seed;
        _world = world ?? new RuleWorld();
        _dice = new Dice(seed);
        _conditions = new ConditionGenerator(_dice, _world);
    }

    public RuleCase Next()
    {
        var flag = NextFlag();
        return new RuleCase(
            $"seed {_seed}, case {_number}",
            flag,
            _dice.OneIn(8) ? null : NextCompany(flag.Id),
            _dice.OneIn(3) ? null : NextUser(flag.Id),
            _dice.OneIn(2) ? NextPreflight() : null
        );
    }

    public FlagDefinition NextFlag()
    {
        _number++;
        return new FlagDefinition
        {
            Id = $"flag_{_number}",
            Key = $"flag-{_number}",
            DefaultValue = _dice.OneIn(2),
            Rules = _dice.Several(MaxRules, () => NextRule(_world.Tiers)),
        };
    }

    public CompanyFacts NextCompany(string flagId)
    {
        var plans = _dice.Some(_world.PlanIds);
        return new CompanyFacts
        {
            Id = _dice.Of(_world.CompanyIds),
            Traits = NextTraits(EntityKind.Company),
            Metrics = NextMetrics(),
            PlanIds = plans,
            PlanVersionIds = _dice.Some(_world.PlanVersionIds),
            BasePlanId = plans.Count > 0 && !_dice.OneIn(3) ? plans[0] : null,
            BillingProductIds = _dice.Some(_world.BillingProductIds),
            Credits = _dice
                .Some(_world.CreditIds)
                .ToDictionary(static id => id, _ => new CreditFigures(3_000_000, _dice.Between(0, 6) * 500_000L)),
            DerivedRules = NextDerived(flagId, RuleTier.CompanyOverride, RuleTier.PlanEntitlementUsageExceeded),
        };
    }

    public UserFacts NextUser(string flagId) =>
        new()
        {
            Id = _dice.Of(_world.UserIds),
            Traits = NextTraits(EntityKind.User),
            DerivedRules = NextDerived(flagId, RuleTier.PlanEntitlement, RuleTier.Standard),
        };

    public PreflightCase NextPreflight() =>
        new(
            _dice.Between(0, 5),
            _dice.OneIn(2) ? _dice.Of(_world.EventSubtypes) : null,
            _dice.Between(0, 5),
            _dice.OneIn(3)
                ? _dice.Some(_world.CreditIds).ToDictionary(static id => id, _ => _dice.Between(0, 4) * 700_000L)
                : new Dictionary<string, long>()
        );

    private RuleDefinition NextRule(IReadOnlyList<RuleTier> tiers)
    {
        var id = $"rule_{_number}_{_dice.NextId()}";
        return new RuleDefinition
        {
            Id = id,
            Name = $"Rule {id}",
            Tier = _dice.Of(tiers),
            Priority = _dice.Between(-1, 3),
            Value = _dice.OneIn(2),
            Conditions = _dice.Several(MaxConditions, _conditions.Next),
            Groups = _dice.OneIn(2) ? _dice.Several(MaxGroups, NextGroup) : [],
        };
    }

    private ConditionGroupDefinition NextGroup()
    {
        IReadOnlyList<ConditionDefinition> conditions =
        [
            _conditions.Next(),
            .. _dice.Several(MaxConditions - 1, _conditions.Next),
        ];
        return new ConditionGroupDefinition
        {
            Id = $"grp_{_dice.NextId()}",
            Conditions = _world.IsWellFormed || !_dice.OneIn(5) ? conditions : [],
        };
    }

    private IReadOnlyList<TraitFact> NextTraits(EntityKind entity) =>
        [
            .. _dice
                .Some([.. _world.Traits.Where(trait => trait.Entity == entity)])
                .Select(trait => new TraitFact(
                    trait.Id,
                    _dice.OneIn(20) && !_world.IsWellFormed ? _dice.Of(Enum.GetValues<ComparableKind>()) : trait.Kind,
                    _conditions.NextValue(trait.Kind)
                )),
        ];

    private IReadOnlyList<MetricFact> NextMetrics() =>
        [
            .. from subtype in _world.EventSubtypes
            from period in Enum.GetValues<CounterPeriod>()
            from reset in Enum.GetValues<MonthReset>()
            where (reset == MonthReset.FirstOfMonth || period == CounterPeriod.CurrentMonth) && !_dice.OneIn(3)
            select new MetricFact(subtype, period, reset, _dice.Between(0, 8)),
        ];

    private IReadOnlyDictionary<string, PreparedRules> NextDerived(string flagId, RuleTier first, RuleTier last) =>
        _world.HasDerivedRules && _dice.OneIn(2)
            ? Derived.For(
                flagId,
                [
                    .. _dice.Several(
                        MaxRules,
                        () => NextRule([.. Enum.GetValues<RuleTier>().Where(tier => tier >= first && tier <= last)])
                    ),
                ]
            )
            : new Dictionary<string, PreparedRules>();
}
