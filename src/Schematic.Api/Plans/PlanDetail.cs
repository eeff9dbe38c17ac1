using Schematic.Contracts.Plans;

namespace Schematic.Api.Plans;

/// <summary>A plan with what it is in one environment.</summary>
/// <param name="Versions">Newest first.</param>
/// <param name="Shown">The version that it stands for; null where this environment has none.</param>
/// <param name="Entitlements">Those of <paramref name="Shown"/>, oldest first.</param>
/// <param name="Credits">Those that <paramref name="Shown"/> includes, oldest first.</param>
/// <param name="Companies">Number of companies that have it.</param>
internal sealed record PlanDetail(
    PlanRow Plan,
    IReadOnlyList<PlanVersionRow> Versions,
    PlanVersionRow? Shown,
    IReadOnlyList<PlanEntitlementDetail> Entitlements,
    IReadOnlyList<BillingPlanCreditGrantResponseData> Credits,
    long Companies
)
{
    public PlanVersionRow? Published => With(PlanVersionStatus.Published);

    public PlanVersionRow? Draft => With(PlanVersionStatus.Draft);

    private PlanVersionRow? With(PlanVersionStatus status) =>
        Versions.FirstOrDefault(version => version.Status == status);
}
