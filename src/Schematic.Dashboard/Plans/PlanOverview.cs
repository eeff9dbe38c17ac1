using Schematic.Contracts.Plans;
using Schematic.Dashboard.Plans.Versions;
using Schematic.Gateway.Plans;

namespace Schematic.Dashboard.Plans;

/// <summary>A plan with the changes that its draft would make.</summary>
/// <param name="DraftChanges">Changes between the published version and the draft; none without a draft.</param>
public sealed record PlanOverview(PlanDetailResponseData Plan, VersionDiff DraftChanges)
{
    /// <summary>The <c>ETag</c> of the plan, for <c>If-Match</c>; null if the API sends none.</summary>
    public string? Tag { get; init; }

    public static async Task<PlanOverview> GetAsync(IPlansGateway plans, string id, CancellationToken cancellationToken)
    {
        // Without a version the API shows the published one, and the draft of a plan that was never published.
        var answer = await plans.GetAsync(id, new PlanQuery(), cancellationToken);
        var plan = answer.Data;
        var changes = plan.DraftVersion is { } draft
            ? await GetChangesAsync(plans, plan, draft, cancellationToken)
            : VersionDiff.None;
        return new(plan, changes) { Tag = answer.ETag };
    }

    private static async Task<VersionDiff> GetChangesAsync(
        IPlansGateway plans,
        PlanDetailResponseData plan,
        PlanVersionResponseData draft,
        CancellationToken cancellationToken
    )
    {
        if (plan.ActiveVersion is not { } published)
            return VersionDiff.Between(null, [], draft, plan.Entitlements ?? []);
        var changed = await plans.GetAsync(plan.Id, new PlanQuery { PlanVersionId = draft.Id }, cancellationToken);
        return VersionDiff.Between(published, plan.Entitlements ?? [], draft, changed.Data.Entitlements ?? []);
    }
}
