using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Http;
using Schematic.Api.Http.Binding;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Plans.Changes;
using Schematic.Api.Plans.Migration;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>Plans and add-ons, which the account shares, each with its versions in the caller's environment.</summary>
internal sealed class PlanStore(
    IDatabase database,
    IPlanBenefits benefits,
    PlanMigrationWorker worker,
    Caller caller,
    TimeProvider time
)
{
    private string EnvironmentId => caller.Environment.Id;

    public Task<IReadOnlyList<PlanDetailResponseData>> ListAsync(
        PlansQuery query,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync<IReadOnlyList<PlanDetailResponseData>>(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var page = Filtered(db, query).OrderByDescending(row => row.Seq).Page(query);
                var details = await PlanReader.DetailsAsync(db, benefits, page, null, token);
                return [.. details.Select(detail => detail.ToContract(EnvironmentId, query.WithEntitlements == true))];
            },
            cancellationToken
        );

    public Task<long> CountAsync(PlansQuery query, CancellationToken cancellationToken) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            (db, token) => Filtered(db, query).LongCountAsync(token),
            cancellationToken
        );

    public async Task<WithETag<PlanDetailResponseData>> GetAsync(
        string id,
        PlanQuery query,
        CancellationToken cancellationToken
    )
    {
        await using var db = database.Open(caller.Environment.Seq);
        var detail = await DetailAsync(db, id, query.PlanVersionId, cancellationToken);
        if (query.PlanVersionId is { } version && detail.Shown is null)
            throw ApiProblem.NotFound("plan version", version).About("plan_version_id");
        return WithETag(detail);
    }

    public Task<WithETag<PlanDetailResponseData>> CreateAsync(
        CreatePlanRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var plan = await new PlanWriter(db, time.Now()).CreateAsync(body, token);
                return WithETag(await DetailAsync(db, plan.Id, null, token));
            },
            cancellationToken
        );

    public Task<WithETag<PlanDetailResponseData>> UpdateAsync(
        string id,
        UpdatePlanRequestBody body,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var writer = new PlanWriter(db, time.Now());
                var plan = await writer.LockAsync(id, token);
                await RequireFreshAsync(db, plan, ifMatch, token);
                await writer.UpdateAsync(plan, body, token);
                return WithETag(await DetailAsync(db, id, null, token));
            },
            cancellationToken
        );

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var writer = new PlanWriter(db, time.Now());
                var plan = await writer.LockAsync(id, token);
                await writer.DeleteAsync(plan, token);
                db.Changes.Add(ChangeKind.Catalog, plan.Seq);
            },
            cancellationToken
        );

    public async Task<PlanVersionResponseData> PublishAsync(
        string versionId,
        PublishPlanVersionRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var published = await database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var now = time.Now();
                var writer = new PlanWriter(db, now);
                var (plan, version) = await writer.LockVersionAsync(versionId, token);
                await writer.PublishAsync(plan, version, token);
                if (body.MigrationStrategy == PlanVersionMigrationStrategy.Immediate)
                {
                    var order = await PlanMigrationInput.OrderAsync(db, plan, version, body, token);
                    var actor = await PlanChangeActor.FromCallerAsync(db, caller, now, token);
                    await new PlanMigrationWriter(db, now, benefits).StartAsync(order, actor, token);
                }

                db.Changes.Add(ChangeKind.Catalog, plan.Seq, db.EnvironmentSeq);
                return version.ToContract(plan, EnvironmentId);
            },
            cancellationToken
        );
        if (body.MigrationStrategy == PlanVersionMigrationStrategy.Immediate)
            worker.Wake();
        return published;
    }

    public Task DeleteVersionAsync(
        string versionId,
        DeletePlanVersionQuery query,
        CancellationToken cancellationToken
    ) =>
        database.WriteAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var writer = new PlanWriter(db, time.Now());
                var (plan, version) = await writer.LockVersionAsync(versionId, token);
                await writer.DeleteVersionAsync(plan, version, query.PromoteArchivedVersion == true, token);
                db.Changes.Add(ChangeKind.Catalog, plan.Seq, db.EnvironmentSeq);
            },
            cancellationToken
        );

    // No plan is linked to a billing provider, and none belongs to a single company.
    private static IQueryable<PlanRow> Filtered(SchematicDb db, PlansQuery query)
    {
        var rows = db.Plans.AsQueryable();
        if (query.CompanyScopedOnly == true || query.ScopedToCompanyId is not null || query.HasProductId == true)
            return rows.Where(row => false);
        if (query.PlanType is { } type)
            rows = rows.Where(row => row.PlanType == type);
        if (query.ForInitialPlan == true || query.ForFallbackPlan == true || query.ForTrialExpiryPlan == true)
            rows = rows.Where(row => row.PlanType == PlanType.Plan);
        if (query.Ids is { } ids)
            rows = rows.Where(row => ids.Contains(row.Id));
        if (query.CompanyId is { } companyId)
        {
            var (had, companies) = (db.CompanyPlans, db.Companies);
            rows = rows.Where(row =>
                had.Any(one =>
                    one.PlanSeq == row.Seq
                    && companies.Any(company => company.Id == companyId && company.Seq == one.CompanySeq)
                )
            );
        }

        if (query.WithoutEntitlementFor is { } featureId)
        {
            var given = Given(db);
            rows = rows.Where(row => !given.Any(one => one.PlanSeq == row.Seq && one.FeatureId == featureId));
        }

        if (TextPart.FromQuery(query.Q) is { } part)
            rows = rows.Where(row =>
                row.Name.ToLower().Contains(part)
                || row.Description.ToLower().Contains(part)
                || row.Id.ToLower().Contains(part)
            );
        return rows;
    }

    // What a plan gives now, or is about to give.
    private static IQueryable<GivenFeature> Given(SchematicDb db) =>
        from entitlement in db.PlanEntitlements
        join version in db.PlanVersions on entitlement.PlanVersionSeq equals version.Seq
        join feature in db.Features on entitlement.FeatureSeq equals feature.Seq
        where version.Status != PlanVersionStatus.Archived
        select new GivenFeature { PlanSeq = version.PlanSeq, FeatureId = feature.Id };

    private async Task<PlanDetail> DetailAsync(
        SchematicDb db,
        string id,
        string? versionId,
        CancellationToken cancellationToken
    ) =>
        await PlanReader.DetailsAsync(db, benefits, db.Plans.Where(row => row.Id == id), versionId, cancellationToken)
            is [var only]
            ? only
            : throw ApiProblem.NotFoundInAccount("plan", id);

    private WithETag<PlanDetailResponseData> WithETag(PlanDetail detail) =>
        new(detail.ToContract(EnvironmentId, withEntitlements: true), detail.ETag());

    private async Task RequireFreshAsync(
        SchematicDb db,
        PlanRow plan,
        IfMatch ifMatch,
        CancellationToken cancellationToken
    )
    {
        if (ifMatch.Tags is not null)
            ifMatch.Require(
                WithETag(await DetailAsync(db, plan.Id, null, cancellationToken)),
                $"The plan \"{ApiProblem.Shorten(plan.Name)}\""
            );
    }

    private sealed class GivenFeature
    {
        public int PlanSeq { get; init; }

        public required string FeatureId { get; init; }
    }
}
