using System.Globalization;
using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Features;

public sealed partial class FeaturePage : EnvironmentPage
{
    private PageLoader<FeatureDetailResponseData> _feature = default!;
    private string _shown = "";

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string FeatureId { get; set; } = "";

    private IReadOnlyList<Crumb> Crumbs => [new("Features", DashboardUrls.Features(EnvironmentId))];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _feature = NewLoader<FeatureDetailResponseData>();
    }

    protected override Task LoadAsync()
    {
        var id = FeatureId;
        // Another feature: nothing of the last one may be seen meanwhile.
        if (_shown.Length > 0 && _shown != id)
            _feature = NewLoader<FeatureDetailResponseData>();
        _shown = id;
        return _feature.LoadAsync(
            id,
            async cancellationToken => (await Api.Features.GetAsync(id, cancellationToken)).Data
        );
    }

    private static string Count(long count, string one, string many) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";

    private async Task EditAsync()
    {
        var saved = await Dialogs.OpenFormAsync<EditFeatureDialog, FeatureDetailResponseData>(
            "Edit feature",
            new() { [nameof(EditFeatureDialog.Feature)] = _feature.State.Value }
        );
        if (saved is null)
            return;
        _feature.Set(saved);
        Toaster.Done($"{saved.Name} was saved.");
    }

    private async Task DeleteAsync()
    {
        var (feature, api) = (_feature.State.Value!, Api);
        var deleted = await Dialogs.ConfirmByNameAsync(
            "Delete this feature?",
            feature.Name,
            "Delete feature",
            "Deleting…",
            Consequences(feature),
            async cancellationToken => await api.Features.DeleteAsync(feature.Id, cancellationToken)
        );
        if (!deleted)
            return;
        Toaster.Done($"{feature.Name} was deleted.");
        Navigation.NavigateTo(DashboardUrls.Features(EnvironmentId), replace: true);
    }
}
