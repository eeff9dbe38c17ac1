using System.Text.Json;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Makes a draft that brings earlier rules back. Rules that plans and overrides made stay as they are now. Parts that
/// the
/// flag still has keep their ids; the rest becomes new, since the API refuses ids that it no longer has.
/// </summary>
/// <param name="stored">The rules as they are now.</param>
internal sealed class RuleRestoration(IReadOnlyList<RuleDraft> stored)
{
    private readonly Dictionary<string, RuleDraft> _rules = stored.ToDictionary(static rule => rule.Key);
    private readonly Dictionary<string, GroupDraft> _groups = stored
        .SelectMany(static rule => rule.Groups)
        .ToDictionary(static group => group.Key);
    private readonly Dictionary<string, ConditionDraft> _conditions = stored
        .SelectMany(static rule => rule.AllConditions)
        .ToDictionary(static condition => condition.Key);

    /// <param name="saved">The rules as they were.</param>
    public IReadOnlyList<RuleDraft> Of(IReadOnlyList<RuleDetailResponseData> saved)
    {
        var derived = stored
            .Where(static rule => !RuleTiers.IsEditable(rule.Tier))
            .ToDictionary(static rule => rule.Key);
        var rules = new List<RuleDraft>();
        foreach (var rule in RuleDrafts.FromContract(saved).WithIdsOf(stored))
        {
            if (RuleTiers.IsEditable(rule.Tier))
                rules.Add(Whole(rule));
            else if (derived.Remove(rule.Key, out var present))
                rules.Add(present);
        }

        rules.AddRange(derived.Values);
        return rules;
    }

    private RuleDraft Whole(RuleDraft rule) =>
        rule with
        {
            Conditions = [.. rule.Conditions.Select(Whole)],
            Groups =
            [
                .. rule.Groups.Select(group =>
                    group with
                    {
                        Conditions = [.. group.Conditions.Select(Whole)],
                        Extra = Whole(group.Extra, _groups.GetValueOrDefault(group.Key)?.Extra),
                    }
                ),
            ],
            Extra = Whole(rule.Extra, _rules.GetValueOrDefault(rule.Key)?.Extra),
        };

    private ConditionDraft Whole(ConditionDraft condition)
    {
        if (!_conditions.TryGetValue(condition.Key, out var present))
            return condition;
        var hasCostSince = present.Body.CreditCost.IsSet && !condition.Body.CreditCost.IsSet;
        return condition with
        {
            Body = condition.Body with
            {
                CreditCost = hasCostSince ? new Optional<double?>(null) : condition.Body.CreditCost,
                Extra = Whole(condition.Body.Extra, present.Body.Extra),
            },
        };
    }

    // The API keeps members that are left out: those that came since are removed by sending null.
    private static IDictionary<string, JsonElement>? Whole(
        IDictionary<string, JsonElement>? then,
        IDictionary<string, JsonElement>? now
    )
    {
        if (now is null || now.Keys.All(name => then?.ContainsKey(name) == true))
            return then;
        var whole = new Dictionary<string, JsonElement>(then ?? new Dictionary<string, JsonElement>());
        foreach (var name in now.Keys)
            whole.TryAdd(name, JsonSerializer.SerializeToElement<object?>(null));
        return whole;
    }
}
