using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Entitlements.Overrides;

/// <summary>
/// Opens the dialogs that write overrides; each returns what the API made of it, null if nothing was done.
/// </summary>
internal static class OverrideDialogs
{
    /// <param name="featureId">The feature to override; null lets the person choose.</param>
    /// <param name="takenFeatureIds">Features that the company has an override for already.</param>
    public static Task<CompanyOverrideResponseData?> AddOverrideAsync(
        this DialogService dialogs,
        CompanyDetailResponseData company,
        string? featureId,
        IReadOnlyList<string> takenFeatureIds
    ) =>
        dialogs.OpenFormAsync<NewOverrideDialog, CompanyOverrideResponseData>(
            $"Override for {company.Name}",
            new()
            {
                [nameof(NewOverrideDialog.CompanyId)] = company.Id,
                [nameof(NewOverrideDialog.FeatureId)] = featureId,
                [nameof(NewOverrideDialog.TakenFeatureIds)] = takenFeatureIds,
            }
        );

    public static Task<CompanyOverrideResponseData?> EditOverrideAsync(
        this DialogService dialogs,
        CompanyOverrideResponseData own,
        string companyName
    ) =>
        dialogs.OpenFormAsync<EditOverrideDialog, CompanyOverrideResponseData>(
            $"Override for {companyName}",
            new() { [nameof(EditOverrideDialog.Override)] = own }
        );

    public static Task<CompanyOverrideResponseData?> RemoveOverrideAsync(
        this DialogService dialogs,
        CompanyOverrideResponseData own,
        string companyName
    ) =>
        dialogs.OpenFormAsync<RemoveOverrideDialog, CompanyOverrideResponseData>(
            "Remove this override?",
            new()
            {
                [nameof(RemoveOverrideDialog.Override)] = own,
                [nameof(RemoveOverrideDialog.CompanyName)] = companyName,
            }
        );
}
