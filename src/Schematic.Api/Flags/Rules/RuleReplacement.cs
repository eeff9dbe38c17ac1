using System.Globalization;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// Makes the new rules of a flag from a request and the stored rules. A rule, group or condition with a known id keeps
/// its CreatedAt, and is the stored object itself if nothing about it changes; one without an id is new. Reads no
/// database.
/// </summary>
/// <param name="flagId">Id of the flag; a group may repeat it.</param>
/// <param name="stored">The rules as they are stored.</param>
/// <param name="now">The time of the change.</param>
internal sealed class RuleReplacement(string flagId, IReadOnlyList<FlagRule> stored, DateTimeOffset now)
{
    private readonly Dictionary<string, FlagRule> _rules = stored.ToDictionary(static rule => rule.Id);
    private readonly Dictionary<string, FlagConditionGroup> _groups = stored
        .SelectMany(static rule => rule.ConditionGroups)
        .ToDictionary(static group => group.Id);
    private readonly Dictionary<string, FlagCondition> _conditions = stored
        .SelectMany(static rule => rule.AllConditions)
        .ToDictionary(static condition => condition.Id);
    private readonly HashSet<string> _named = [];
    private readonly List<PlacedCondition> _changed = [];

    /// <summary>New and changed conditions, once <see cref="Make"/> has run.</summary>
    public IReadOnlyList<PlacedCondition> Changed => _changed;

    public IReadOnlyList<FlagRule> Make(UpdateFlagRulesRequestBody body) =>
        [
            .. body
                .Rules.Select(
                    (rule, index) =>
                        IsDerived(rule)
                            ? null
                            : Rule(
                                rule,
                                new RulePlace(string.Create(CultureInfo.InvariantCulture, $"rules[{index}]"), rule.Name)
                            )
                )
                .OfType<FlagRule>(),
        ];

    /// <summary>Makes a rule that stands by itself.</summary>
    public FlagRule MakeOne(CreateOrUpdateRuleRequestBody rule) => Rule(rule, new RulePlace("", rule.Name));

    // A client that writes back what it read sends the rules of plans and overrides, too. Those change with the plan or
    // the override, and perhaps have since.
    private bool IsDerived(CreateOrUpdateRuleRequestBody rule) =>
        rule
            is {
                Id: { } id,
                RuleType: RuleType.CompanyOverride
                    or RuleType.CompanyOverrideUsageExceeded
                    or RuleType.PlanEntitlement
                    or RuleType.PlanEntitlementUsageExceeded
            }
        && !_rules.ContainsKey(id);

    private FlagRule Rule(CreateOrUpdateRuleRequestBody rule, RulePlace place)
    {
        var kept = Kept(_rules, rule.Id, "rule", place);
        var made = new FlagRule
        {
            Id = kept?.Id ?? NewId.For(FlagRule.IdPrefix, now),
            Name = rule.Name,
            Priority = rule.Priority,
            RuleType = TypeOf(rule, kept, place),
            Value = rule.Value,
            Conditions = Conditions(rule.Conditions, place),
            ConditionGroups =
            [
                .. rule.ConditionGroups.Select((group, index) => Group(group, place.Item("condition_groups", index))),
            ],
            CreatedAt = kept?.CreatedAt ?? now,
            UpdatedAt = kept?.UpdatedAt ?? now,
            Extra = ExtraMembers.Merge(kept?.Extra, rule.Extra, place.Refuse),
        };
        return IsUnchanged(made, kept) ? kept! : made with { UpdatedAt = now };
    }

    private FlagConditionGroup Group(CreateOrUpdateConditionGroupRequestBody group, RulePlace place)
    {
        if (group.FlagId is not null && group.FlagId != flagId)
            throw place.Refuse("flag_id", "It names another flag. Leave it out.");
        var kept = Kept(_groups, group.Id, "group", place);
        var made = new FlagConditionGroup
        {
            Id = kept?.Id ?? NewId.For(FlagConditionGroup.IdPrefix, now),
            Conditions = Conditions(group.Conditions, place),
            CreatedAt = kept?.CreatedAt ?? now,
            UpdatedAt = kept?.UpdatedAt ?? now,
            Extra = ExtraMembers.Merge(kept?.Extra, group.Extra, place.Refuse),
        };
        return IsUnchanged(made, kept) ? kept! : made with { UpdatedAt = now };
    }

    private IReadOnlyList<FlagCondition> Conditions(
        IReadOnlyList<CreateOrUpdateConditionRequestBody> conditions,
        RulePlace place
    ) => [.. conditions.Select((condition, index) => Condition(condition, place.Item("conditions", index)))];

    private FlagCondition Condition(CreateOrUpdateConditionRequestBody condition, RulePlace place)
    {
        var kept = Kept(_conditions, condition.Id, "condition", place);
        // Published answers do not show a condition's credit: a client that writes back what it read must not lose it.
        var keptCredit =
            condition.ConditionType == ConditionType.Credit && kept?.ConditionType == ConditionType.Credit
                ? kept
                : null;
        var terms = condition with
        {
            CreditId = condition.CreditId.Or(keptCredit?.CreditId.Value),
            CreditCost = condition.CreditCost.Or(keptCredit?.CreditCost.Value),
        };
        var made = new FlagCondition(terms.WithoutEmptyMembers(), kept?.Id ?? NewId.For(FlagCondition.IdPrefix, now))
        {
            CreatedAt = kept?.CreatedAt ?? now,
            UpdatedAt = kept?.UpdatedAt ?? now,
            Extra = ExtraMembers.Merge(kept?.Extra, condition.Extra, place.Refuse),
        };
        if (IsUnchanged(made, kept))
            return kept!;
        made = made with { UpdatedAt = now };
        _changed.Add(new PlacedCondition(place, made));
        return made;
    }

    private static RuleType TypeOf(CreateOrUpdateRuleRequestBody rule, FlagRule? kept, RulePlace place)
    {
        var type = rule.RuleType ?? kept?.RuleType ?? RuleType.Standard;
        return type is RuleType.Standard or RuleType.Default or RuleType.GlobalOverride || type == kept?.RuleType
            ? type
            : throw place.Refuse(
                "rule_type",
                "Only global_override, standard and default can be written here: "
                    + "the others come from plans and overrides."
            );
    }

    private T? Kept<T>(Dictionary<string, T> known, string? id, string what, RulePlace place)
        where T : class
    {
        if (id is null)
            return null;
        if (!known.TryGetValue(id, out var kept))
            throw place.Refuse(
                "id",
                $"This flag has no {what} \"{ApiProblem.Shorten(id)}\" in this environment. "
                    + $"Leave id out to add a {what}."
            );
        return _named.Add(id)
            ? kept
            : throw place.Refuse(
                "id",
                $"The {what} \"{ApiProblem.Shorten(id)}\" is given twice. Leave id out to add a {what}."
            );
    }

    // Texts, because a record compares its lists by reference.
    private static bool IsUnchanged<T>(T made, T? kept)
        where T : class => kept is not null && RuleSerializer.Write(made) == RuleSerializer.Write(kept);
}

/// <summary>The place of a rule, group or condition in the request, for an error that names it.</summary>
/// <param name="Path">For example <c>rules[0].condition_groups[1]</c>.</param>
/// <param name="RuleName">The name of the rule.</param>
internal sealed record RulePlace(string Path, string RuleName)
{
    public RulePlace Item(string member, int index) =>
        this with
        {
            Path = Http.FieldPath.Item(Http.FieldPath.Member(Path, member), index),
        };

    public ApiException Refuse(string member, string wrong) =>
        Http.ApiProblem.BadRequest(
            $"{Http.FieldPath.Member(Path, member)} (rule \"{Http.ApiProblem.Shorten(RuleName)}\"): {wrong}",
            Http.FieldPath.Member(Path, member)
        );

    public ApiException Refuse(string wrong) =>
        Http.ApiProblem.BadRequest($"{Path} (rule \"{Http.ApiProblem.Shorten(RuleName)}\"): {wrong}", Path);
}

/// <summary>A condition and its place in the request.</summary>
internal sealed record PlacedCondition(RulePlace Place, FlagCondition Condition);
