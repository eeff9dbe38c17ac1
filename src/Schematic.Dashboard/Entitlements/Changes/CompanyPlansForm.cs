using Schematic.Contracts.Companies;
using Schematic.Contracts.Plans;
using Schematic.Contracts.Wire;

namespace Schematic.Dashboard.Entitlements.Changes;

/// <summary>The plan and the add-ons that a company is to have. Members are named as on the wire.</summary>
public sealed class CompanyPlansForm
{
    /// <summary>Empty for none.</summary>
    public string BasePlanId { get; set; } = "";

    public HashSet<string> AddOnIds { get; } = [];

    public static CompanyPlansForm From(CompanyDetailResponseData company)
    {
        var form = new CompanyPlansForm { BasePlanId = company.Plan?.Id ?? "" };
        form.AddOnIds.UnionWith(company.AddOns.Select(static addOn => addOn.Id));
        return form;
    }

    /// <summary>True if the company has exactly this.</summary>
    public bool IsHeldBy(CompanyDetailResponseData company) =>
        BasePlanId == (company.Plan?.Id ?? "") && AddOnIds.SetEquals(company.AddOns.Select(static addOn => addOn.Id));

    public UpdateCompanyPlansRequestBody ToUpdate() =>
        new() { BasePlanId = BasePlan, AddOnIds = [.. AddOnIds.Order(StringComparer.Ordinal)] };

    public CompanyPlanPreviewRequestBody ToPreview() =>
        new() { BasePlanId = BasePlan, AddOnIds = [.. AddOnIds.Order(StringComparer.Ordinal)] };

    private Optional<string> BasePlan => new(BasePlanId.Length == 0 ? null : BasePlanId);
}
