using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Features;

public sealed partial class FeaturePage : DetailPage<FeatureDetailResponseData>
{
    private FeatureUsageQuery _usage = new();

    [Parameter]
    [EditorRequired]
    public string FeatureId { get; set; } = "";

    public override Noun Noun { get; } = new("feature", "features");

    public override string Icon => Icons.Sparkle;

    public override string Id => FeatureId;

    public override string ListUrl => DashboardUrls.Features(EnvironmentId);

    protected override async Task<FeatureDetailResponseData> GetAsync(string id, CancellationToken cancellationToken) =>
        (await Api.Features.GetAsync(id, cancellationToken)).Data;

    protected override Task LoadAsync()
    {
        _usage = ReadUrl<FeatureUsageQuery>();
        return base.LoadAsync();
    }

    private async Task EditAsync()
    {
        var saved = await Dialogs.OpenFormAsync<EditFeatureDialog, FeatureDetailResponseData>(
            "Edit feature",
            new() { [nameof(EditFeatureDialog.Feature)] = Item }
        );
        if (saved is null)
            return;
        Set(saved);
        Toaster.Done($"{saved.Name} was saved.");
    }

    private Task DeleteAsync()
    {
        var (feature, api) = (Item!, Api);
        return DeleteAsync(
            feature.Name,
            Consequences(feature),
            cancellationToken => api.Features.DeleteAsync(feature.Id, cancellationToken)
        );
    }
}
