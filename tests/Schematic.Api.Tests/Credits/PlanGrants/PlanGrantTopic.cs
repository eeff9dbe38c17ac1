using Schematic.Api.Credits.Ledger;
using Schematic.Api.Persistence;
using Schematic.Contracts.Credits;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Users;
using Schematic.Rules.Facts;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Credits.PlanGrants;

/// <summary>Plans that include credits, and companies that have them.</summary>
public abstract class PlanGrantTopic(ApiFixture api) : CreditTopic(api)
{
    protected static CreateBillingPlanCreditGrantRequestBody Included(string planId, string creditId, long amount) =>
        new()
        {
            PlanId = planId,
            CreditId = creditId,
            CreditAmount = amount,
            ResetCadence = BillingPlanCreditGrantResetCadence.Monthly,
            ResetStart = BillingPlanCreditGrantResetStart.FirstOfMonth,
        };

    protected static UpdateBillingPlanCreditGrantRequestBody Changed() =>
        new()
        {
            ResetCadence = BillingPlanCreditGrantResetCadence.Monthly,
            ResetStart = BillingPlanCreditGrantResetStart.FirstOfMonth,
        };

    protected async Task<BillingPlanCreditGrantResponseData> IncludeAsync(
        CreateBillingPlanCreditGrantRequestBody body
    ) => (await Production.PlanCreditGrants.CreateAsync(body, Cancellation)).Data;

    protected async Task<BillingPlanCreditGrantResponseData> ChangeAsync(
        string id,
        UpdateBillingPlanCreditGrantRequestBody body
    ) => (await Production.PlanCreditGrants.UpdateAsync(id, body, Cancellation)).Data;

    protected Task RemoveAsync(string id, bool appliesToExisting = false) =>
        Production.PlanCreditGrants.DeleteAsync(
            id,
            new DeletePlanCreditGrantQuery { ApplyToExisting = appliesToExisting ? true : null },
            Cancellation
        );

    /// <summary>A published plan that includes credits of a new type.</summary>
    protected async Task<(string PlanId, string CreditId)> PlanWithCreditsAsync(
        long amount,
        PlanType type = PlanType.Plan
    )
    {
        var (plan, credit) = (await NewPlanAsync(type), await NewCreditAsync());
        await IncludeAsync(Included(plan.Id, credit.Id, amount));
        await PublishAsync(plan.Id);
        return (plan.Id, credit.Id);
    }

    protected async Task<string> NewLicenseAsync() => (
            await Production.Features.CreateAsync(
                new CreateFeatureRequestBody
                {
                    Name = Unique("seats"),
                    Description = "",
                    FeatureType = FeatureType.License,
                },
                Cancellation
            )
        ).Data.LicenseId!;

    protected async Task AddUsersAsync(string companyId, int count)
    {
        for (var i = 0; i < count; i++)
            await Production.Users.UpsertAsync(
                new UpsertUserRequestBody
                {
                    Keys = new Dictionary<string, string> { ["email"] = Unique("seat") },
                    CompanyId = companyId,
                },
                Cancellation
            );
    }

    /// <summary>Draws credits, as events do.</summary>
    protected Task<long> DrawAsync(string creditId, string companyId, long credits) =>
        ChangeAsync(
            companyId,
            creditId,
            TimeProvider.System.GetUtcNow(),
            account =>
                account.Draw(
                    credits * MicroCredits.One,
                    new MovementCause(TimeProvider.System.Now()),
                    TimeProvider.System.Now()
                )
        );

    /// <summary>Grants of a company, oldest first.</summary>
    protected async Task<IReadOnlyList<BillingCreditGrantResponseData>> GrantsAsync(string companyId)
    {
        var grants = (
            await Production.CompanyCredits.ListCompanyGrantsAsync(
                new CompanyCreditGrantsQuery { CompanyId = companyId, Dir = Contracts.Wire.SortDirection.Asc },
                Cancellation
            )
        ).Data;
        await AssertBalancedAsync(companyId);
        return grants;
    }
}
