using System.Text.Json;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Flags.Rules;

/// <summary>
/// Converts rules between the wire and the editor. Rules that are opened and saved untouched are sent back as received.
/// </summary>
internal static class RuleDrafts
{
    public static IReadOnlyList<RuleDraft> FromContract(IReadOnlyList<RuleDetailResponseData> rules) =>
        [.. rules.Select(FromContract)];

    /// <summary>Reads rules that were kept in the browser.</summary>
    public static IReadOnlyList<RuleDraft> FromContract(IReadOnlyList<CreateOrUpdateRuleRequestBody> rules) =>
        [
            .. rules.Select(static rule => new RuleDraft
            {
                Key = rule.Id ?? NewKey(),
                Id = rule.Id,
                Tier = rule.RuleType ?? RuleType.Standard,
                Name = rule.Name,
                Value = rule.Value,
                Priority = rule.Priority,
                Conditions = [.. rule.Conditions.Select(FromContract)],
                Groups =
                [
                    .. rule.ConditionGroups.Select(static group => new GroupDraft
                    {
                        Key = group.Id ?? NewKey(),
                        Id = group.Id,
                        Conditions = [.. group.Conditions.Select(FromContract)],
                        Extra = group.Extra,
                    }),
                ],
                Extra = rule.Extra,
            }),
        ];

    public static IReadOnlyList<CreateOrUpdateRuleRequestBody> ToContract(this IReadOnlyList<RuleDraft> rules) =>
        [.. rules.Select(ToContract)];

    public static CreateOrUpdateRuleRequestBody ToContract(this RuleDraft rule) =>
        new()
        {
            Id = rule.Id,
            Name = rule.Name,
            Priority = rule.Priority,
            RuleType = rule.Tier,
            Value = rule.Value,
            Conditions = [.. rule.Conditions.Select(static condition => condition.Body)],
            ConditionGroups =
            [
                .. rule.Groups.Select(static group => new CreateOrUpdateConditionGroupRequestBody
                {
                    Id = group.Id,
                    Conditions = [.. group.Conditions.Select(static condition => condition.Body)],
                    Extra = group.Extra,
                }),
            ],
            Extra = rule.Extra,
        };

    /// <summary>The same rules without the ids that none of the stored rules has.</summary>
    public static IReadOnlyList<RuleDraft> WithIdsOf(
        this IReadOnlyList<RuleDraft> rules,
        IReadOnlyList<RuleDraft> stored
    )
    {
        var known = stored
            .SelectMany(static rule =>
                rule.Groups.Select(static group => group.Id)
                    .Concat(rule.AllConditions.Select(static condition => condition.Body.Id))
                    .Append(rule.Id)
            )
            .OfType<string>()
            .ToHashSet();
        return
        [
            .. rules.Select(rule =>
                rule with
                {
                    Id = Known(rule.Id),
                    Conditions = [.. rule.Conditions.Select(KnownCondition)],
                    Groups =
                    [
                        .. rule.Groups.Select(group =>
                            group with
                            {
                                Id = Known(group.Id),
                                Conditions = [.. group.Conditions.Select(KnownCondition)],
                            }
                        ),
                    ],
                }
            ),
        ];

        string? Known(string? id) => id is not null && known.Contains(id) ? id : null;

        ConditionDraft KnownCondition(ConditionDraft condition) =>
            condition with
            {
                Body = condition.Body with { Id = Known(condition.Body.Id) },
            };
    }

    /// <summary>The JSON that would be sent; equal drafts have equal texts.</summary>
    public static string Text(this RuleDraft rule) => JsonSerializer.Serialize(rule.ToContract(), WireJson.Tolerant);

    public static string Text(this IReadOnlyList<RuleDraft> rules) =>
        JsonSerializer.Serialize(rules.ToContract(), WireJson.Tolerant);

    public static string NewKey() => $"new-{Guid.NewGuid():N}";

    /// <summary>False if a newer server sent a type or an operator that this console cannot write back.</summary>
    public static bool AreUnderstood(IReadOnlyList<RuleDraft> rules) =>
        rules.All(static rule =>
            rule.Tier != RuleType.Unknown
            && rule.AllConditions.All(static condition =>
                condition.Body is { ConditionType: not ConditionType.Unknown, Operator: not ComparableOperator.Unknown }
            )
        );

    private static RuleDraft FromContract(RuleDetailResponseData rule) =>
        new()
        {
            Key = rule.Id,
            Id = rule.Id,
            Tier = rule.RuleType,
            Name = rule.Name,
            Value = rule.Value,
            Priority = rule.Priority,
            Conditions = [.. rule.Conditions.Select(FromContract)],
            Groups =
            [
                .. rule.ConditionGroups.Select(static group => new GroupDraft
                {
                    Key = group.Id,
                    Id = group.Id,
                    Conditions = [.. group.Conditions.Select(FromContract)],
                    Extra = group.Extra,
                }),
            ],
            Extra = rule.Extra,
        };

    private static ConditionDraft FromContract(RuleConditionDetailResponseData condition) =>
        new(
            condition.Id,
            new(condition)
            {
                Id = condition.Id,
                // Answers have "" where there is no value; only a trait can be compared with an empty text.
                TraitValue =
                    condition.TraitValue.Length == 0 && condition.ConditionType != ConditionType.Trait
                        ? null
                        : condition.TraitValue,
                // Left out, the API keeps what it has: some servers do not show a condition's credit, or show it as
                // null.
                CreditId = condition.CreditId.Value is null ? default : condition.CreditId,
                CreditCost = condition.CreditCost.Value is null ? default : condition.CreditCost,
                Extra = condition.Extra,
            }
        );

    private static ConditionDraft FromContract(CreateOrUpdateConditionRequestBody condition) =>
        new(condition.Id ?? NewKey(), condition);
}
