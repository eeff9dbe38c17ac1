using Microsoft.EntityFrameworkCore;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Api.Plans.Audiences;
using Schematic.Api.Plans.Roles;
using Schematic.Contracts.Plans;
using Schematic.Rules;

namespace Schematic.Api.Companies.PlanRules;

/// <summary>
/// The audiences of an environment and its plans for new companies and for those without a plan. Immutable. Plans that
/// nobody can get, because no version of them is published, are left out.
/// </summary>
/// <param name="Audiences">In the order of the plans: of several that match, the oldest plan wins.</param>
internal sealed record PlanRuleSet(IReadOnlyList<Audience> Audiences, RolePlan? Initial, RolePlan? Fallback)
{
    public static readonly PlanRuleSet None = new([], null, null);

    public bool AreNone => Audiences.Count == 0 && Initial is null && Fallback is null;

    /// <summary>True if use of a feature makes companies come and go.</summary>
    public bool AskForMetrics => Audiences.Any(static audience => audience.Rule.AsksForMetrics);

    /// <summary>Every plan that companies may get by these rules.</summary>
    public IReadOnlyList<string> PlanIds =>
        [
            .. Audiences
                .Select(static audience => audience.PlanId)
                .Concat(new[] { Initial, Fallback }.OfType<RolePlan>().Select(static role => role.PlanId))
                .Distinct(),
        ];

    /// <summary>True if nobody is in or out by the one who is not by the other.</summary>
    public bool HasAudiencesOf(PlanRuleSet other) =>
        Audiences
            .Select(static audience => (audience.PlanSeq, audience.UpdatedAt))
            .SequenceEqual(other.Audiences.Select(static audience => (audience.PlanSeq, audience.UpdatedAt)));

    public static async Task<PlanRuleSet> ReadAsync(SchematicDb db, CancellationToken cancellationToken)
    {
        var versions = db.PlanVersions;
        var plans = await db
            .Plans.AsNoTracking()
            .Where(plan => versions.Any(row => row.PlanSeq == plan.Seq && row.Status == PlanVersionStatus.Published))
            .ToDictionaryAsync(static plan => plan.Seq, cancellationToken);
        var rows = await db
            .PlanAudiences.AsNoTracking()
            .OrderBy(static row => row.PlanSeq)
            .ToListAsync(cancellationToken);
        var rules = rows.ConvertAll(static row => row.ReadRule());
        var names = await FlagReader.NamesAsync(db, rules, cancellationToken);
        var roles = await db.PlanRoles.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return new PlanRuleSet(
            [
                .. rows.Zip(rules, (row, rule) => (Row: row, Rule: rule))
                    .Where(one => plans.ContainsKey(one.Row.PlanSeq))
                    .Select(one => Read(plans[one.Row.PlanSeq], one.Row, one.Rule, names)),
            ],
            Role(plans, roles?.InitialPlanSeq, roles?.InitialSince),
            Role(plans, roles?.FallbackPlanSeq, roles?.FallbackSince)
        );
    }

    private static Audience Read(PlanRow plan, PlanAudienceRow row, FlagRule rule, RuleNames names) =>
        new(
            plan.Seq,
            plan.Id,
            plan.PlanType == PlanType.Plan,
            FlagPreparation.PrepareAlone(rule, names),
            row.UpdatedAt
        );

    private static RolePlan? Role(Dictionary<int, PlanRow> plans, int? planSeq, DateTimeOffset? since) =>
        planSeq is { } seq && plans.TryGetValue(seq, out var plan)
            ? new RolePlan(seq, plan.Id, since ?? DateTimeOffset.MinValue)
            : null;
}

/// <summary>Conditions that give a plan.</summary>
/// <param name="Rule">On for a company that meets them.</param>
internal sealed record Audience(
    int PlanSeq,
    string PlanId,
    bool IsBasePlan,
    PreparedFlag Rule,
    DateTimeOffset UpdatedAt
);

/// <summary>A plan that companies get in a situation.</summary>
/// <param name="Since">Who was in that situation before does not get it.</param>
internal sealed record RolePlan(int PlanSeq, string PlanId, DateTimeOffset Since);
