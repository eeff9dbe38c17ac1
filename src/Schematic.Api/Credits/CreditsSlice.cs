using Schematic.Api.Credits.Accounts;
using Schematic.Api.Credits.PlanGrants;
using Schematic.Api.Credits.SelfCheck;
using Schematic.Api.Plans;

namespace Schematic.Api.Credits;

internal sealed class CreditsSlice : ISlice
{
    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<CompanyCreditStore>();
        services.AddScoped<CreditBundleStore>();
        services.AddScoped<CreditHolderStore>();
        services.AddScoped<CreditLeaseStore>();
        services.AddScoped<CreditLedgerStore>();
        services.AddScoped<CreditTypeStore>();
        services.AddScoped<PlanGrantStore>();
        services.AddSingleton<IPlanBenefits, PlanCredits>();
        services.AddSingleton<CreditSelfCheck>();
        services.AddHosted<CreditSelfCheckWorker>();
        services.AddHosted<CreditSweeper>();
        services.AddHosted<PlanGrantFollower>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        api.MapCredits();
        api.MapCreditBundles();
        api.MapCompanyCredits();
        api.MapCreditLeases();
        api.MapCreditLedger();
        api.MapPlanGrants();
        api.MapCreditSelfCheck();
    }
}
