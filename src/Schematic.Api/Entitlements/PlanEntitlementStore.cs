using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entitlements.Pricing;
using Schematic.Api.Entitlements.Terms;
using Schematic.Api.Features;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Plans;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Entitlements;

/// <summary>
/// Features that versions of plans give. Only drafts are written: a change to what a published version gives makes the
/// plan's draft, or changes it.
/// </summary>
internal sealed class PlanEntitlementStore(IDatabase database, Caller caller, TimeProvider time)
{
    private string EnvironmentId => caller.Environment.Id;

    public Task<IReadOnlyList<PlanEntitlementResponseData>> ListAsync(
        PlanEntitlementsQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListAsync<IReadOnlyList<PlanEntitlementResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = await PlanEntitlementReader
                    .Details(db, PlanEntitlementFilter.Apply(db, query))
                    .OrderByDescending(detail => detail.Row.Seq)
                    .Page(query)
                    .ToListAsync(token);
                return [.. page.Select(detail => detail.ToContract(EnvironmentId))];
            },
            cancellationToken
        );

    public Task<long> CountAsync(PlanEntitlementsQuery query, CancellationToken cancellationToken) =>
        database.ListAsync(
            caller.Environment.Seq,
            (db, token) => PlanEntitlementFilter.Apply(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<WithETag<PlanEntitlementResponseData>> GetAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = database.Open(caller.Environment.Seq);
        return await DetailAsync(db, id, cancellationToken);
    }

    public Task<WithETag<PlanEntitlementResponseData>> CreateAsync(
        CreatePlanEntitlementRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var writer = new PlanWriter(db, now);
                var draft = await DraftAsync(db, writer, body, token);
                var feature = await FindFeatureAsync(db, body.FeatureId, token);
                await RequireFreeAsync(db, draft, feature, token);
                var row = new PlanEntitlementRow
                {
                    Id = NewId.For(PlanEntitlementRow.IdPrefix, now),
                    EnvironmentSeq = db.EnvironmentSeq,
                    PlanVersionSeq = draft.Seq,
                    FeatureSeq = feature.Seq,
                    Prices = EntitlementPrices.Write(body.PricesOf()),
                    WarningTiers = EntitlementInput.WarningTiersOf(body.WarningTiers, now) ?? WarningTiers.None,
                    RuleId = NewId.For(FlagRule.IdPrefix, now),
                    UsageExceededRuleId = NewId.For(FlagRule.IdPrefix, now),
                    CreatedAt = now,
                };
                await EntitlementReferences.RequireTraitAsync(db, body.ValueTraitId, token);
                row.Write(EntitlementTermsCheck.Check(feature.FeatureType, body.ValuesOf()), now);
                db.Add(row);
                writer.Touch(draft);
                await db.SaveChangesAsync(token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    public Task<WithETag<PlanEntitlementResponseData>> UpdateAsync(
        string id,
        UpdatePlanEntitlementRequestBody body,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var writer = new PlanWriter(db, now);
                var (draft, row) = await InDraftAsync(db, writer, id, token);
                await RequireFreshAsync(db, row, ifMatch, token);
                var feature = await db.Features.SingleAsync(one => one.Seq == row.FeatureSeq, token);
                await EntitlementReferences.RequireTraitAsync(db, body.ValueTraitId.Value, token);
                row.Write(EntitlementTermsCheck.Check(feature.FeatureType, body.ValuesOf(row)), now);
                row.Prices = body.PricesOf() is { } prices ? EntitlementPrices.Write(prices) : row.Prices;
                row.WarningTiers = EntitlementInput.WarningTiersOf(body.WarningTiers, now) ?? row.WarningTiers;
                writer.Touch(draft);
                await db.SaveChangesAsync(token);
                return await DetailAsync(db, row.Id, token);
            },
            cancellationToken
        );

    public Task DeleteAsync(string id, IfMatch ifMatch, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var writer = new PlanWriter(db, time.Now());
                var (draft, row) = await InDraftAsync(db, writer, id, token);
                await RequireFreshAsync(db, row, ifMatch, token);
                db.Remove(row);
                writer.Touch(draft);
                await db.SaveChangesAsync(token);
            },
            cancellationToken
        );

    public static async Task<PlanRow> LockPlanAsync(
        PlanWriter writer,
        string id,
        string field,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await writer.LockAsync(id, cancellationToken);
        }
        catch (ApiException refusal)
        {
            throw refusal.About(field);
        }
    }

    // A version that is named must be of the plan; of a published one, the change goes to the draft.
    private static async Task<PlanVersionRow> DraftAsync(
        SchematicDb db,
        PlanWriter writer,
        CreatePlanEntitlementRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var plan = await LockPlanAsync(writer, body.PlanId, "plan_id", cancellationToken);
        if (body.PlanVersionId is { } id)
        {
            var named = await db.PlanVersions.FirstOrDefaultAsync(
                row => row.Id == id && row.PlanSeq == plan.Seq,
                cancellationToken
            );
            if (named is null)
                throw ApiProblem.NotFound("plan version", id).About("plan_version_id");
            RequireNotArchived(named);
        }

        return await writer.DraftAsync(plan, cancellationToken);
    }

    private static async Task<(PlanVersionRow Draft, PlanEntitlementRow Row)> InDraftAsync(
        SchematicDb db,
        PlanWriter writer,
        string id,
        CancellationToken cancellationToken
    )
    {
        var found =
            await PlanEntitlementReader
                .Details(db, db.PlanEntitlements.Where(row => row.Id == id))
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw ApiProblem.NotFound("plan entitlement", id);
        var plan = await writer.LockAsync(found.Plan.Id, cancellationToken);
        RequireNotArchived(found.Version);
        var draft = await writer.DraftAsync(plan, cancellationToken);
        // Of a published version, the draft has its own entitlement to the same feature.
        var row = await db.PlanEntitlements.FirstOrDefaultAsync(
            one => one.PlanVersionSeq == draft.Seq && one.FeatureSeq == found.Row.FeatureSeq,
            cancellationToken
        );
        return row is null
            ? throw ApiProblem.Conflict(
                $"The draft of \"{ApiProblem.Shorten(plan.Name)}\" no longer gives "
                    + $"\"{ApiProblem.Shorten(found.Feature.Name)}\". Add the feature to the draft instead."
            )
            : (draft, row);
    }

    private static void RequireNotArchived(PlanVersionRow version)
    {
        if (version.Status == PlanVersionStatus.Archived)
            throw ApiProblem.Conflict(
                $"Version {version.Version} of \"{ApiProblem.Shorten(version.Name)}\" is archived, and stays as "
                    + "it was. Change the plan's draft."
            );
    }

    private static async Task RequireFreeAsync(
        SchematicDb db,
        PlanVersionRow draft,
        FeatureRow feature,
        CancellationToken cancellationToken
    )
    {
        var other = await db
            .PlanEntitlements.Where(row => row.PlanVersionSeq == draft.Seq && row.FeatureSeq == feature.Seq)
            .Select(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (other is not null)
            throw ApiProblem.Conflict(
                $"\"{ApiProblem.Shorten(draft.Name)}\" gives \"{ApiProblem.Shorten(feature.Name)}\" already: "
                    + $"{other}. Change that one.",
                "feature_id"
            );
    }

    private static async Task<FeatureRow> FindFeatureAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await FeatureStore.FindAsync(db, id, cancellationToken);
        }
        catch (ApiException refusal)
        {
            throw refusal.About("feature_id");
        }
    }

    // The state of the entitlement in the draft, which is the one to be changed. A draft that has just been begun gives
    // what the published version does, in the same state.
    private async Task RequireFreshAsync(
        SchematicDb db,
        PlanEntitlementRow row,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    )
    {
        if (ifMatch.Tags is not null)
            ifMatch.Require(await DetailAsync(db, row.Id, cancellationToken), "This entitlement");
    }

    private async Task<WithETag<PlanEntitlementResponseData>> DetailAsync(
        SchematicDb db,
        string id,
        CancellationToken cancellationToken
    ) =>
        await PlanEntitlementReader
            .Details(db, db.PlanEntitlements.Where(row => row.Id == id))
            .FirstOrDefaultAsync(cancellationToken)
            is { } detail
            ? new(detail.ToContract(EnvironmentId), detail.ETag())
            : throw ApiProblem.NotFound("plan entitlement", id);
}
