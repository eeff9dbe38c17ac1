using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans.Migration;

/// <summary>Tells which companies a migration would move. Nothing is billed here, so it changes no bill.</summary>
internal sealed class PlanMigrationPreview(IDatabase database, Caller caller)
{
    /// <summary>As many companies as the published description allows.</summary>
    private const int MaxCompanies = 1000;

    public Task<PlanVersionMigrationPreviewResponseData> GetAsync(
        PreviewMigrationRequestBody body,
        CancellationToken cancellationToken
    ) =>
        database.ListSharedAsync(
            caller.Environment.Seq,
            async (db, token) =>
            {
                var plan =
                    await db.Plans.AsNoTracking().FirstOrDefaultAsync(row => row.Id == body.PlanId, token)
                    ?? throw ApiProblem.NotFoundInAccount("plan", body.PlanId);
                var (target, from) = await PlanMigrationInput.VersionsAsync(
                    db,
                    plan,
                    body.PlanVersionIdTo,
                    body.PlanVersionIdsFrom,
                    token
                );
                PlanMigrationInput.RequireType(plan, body.TargetPlanType);
                return new PlanVersionMigrationPreviewResponseData
                {
                    Companies = await CompaniesAsync(db, target, from, body.CompanyIds, token),
                    HasBillingChanges = false,
                };
            },
            cancellationToken
        );

    private static async Task<IReadOnlyList<PlanVersionMigrationPreviewCompanyResponseData>> CompaniesAsync(
        SchematicDb db,
        PlanVersionRow target,
        IReadOnlyList<PlanVersionRow>? from,
        IReadOnlyList<string>? companyIds,
        CancellationToken cancellationToken
    )
    {
        var held = db.CompanyPlans.Where(row => row.PlanSeq == target.PlanSeq && row.PlanVersionSeq != target.Seq);
        if (from is not null)
        {
            var versions = from.Select(static version => version.Seq).ToList();
            held = held.Where(row => EF.Parameter(versions).Contains(row.PlanVersionSeq));
        }

        if (companyIds is not null)
        {
            var companies = await PlanMigrationInput.CompaniesAsync(db, companyIds, "company_ids", cancellationToken);
            held = held.Where(row => EF.Parameter(companies).Contains(row.CompanySeq));
        }

        return await (
            from row in held
            join company in db.Companies on row.CompanySeq equals company.Seq
            join version in db.PlanVersions on row.PlanVersionSeq equals version.Seq
            orderby row.CompanySeq descending
            select new PlanVersionMigrationPreviewCompanyResponseData
            {
                CompanyId = company.Id,
                PlanVersionIdFrom = version.Id,
                HasBillingChanges = false,
                HasCustomPricing = false,
                WillUpdateSubscription = false,
                WouldFail = false,
            }
        )
            .Take(MaxCompanies)
            .ToListAsync(cancellationToken);
    }
}
