using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Features;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Features;

public sealed partial class NewFeaturePage : EnvironmentPage
{
    private readonly FormState<FeatureForm> _form = new(new FeatureForm());
    private IReadOnlyList<string> _events = [];
    private IReadOnlyList<EntityTraitDefinitionResponseData> _traits = [];

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    private IReadOnlyList<Crumb> Crumbs => [new("Features", DashboardUrls.Features(EnvironmentId))];

    protected override async Task LoadAsync()
    {
        var (api, closing) = (Api, Closing);
        try
        {
            _traits = await new EntityApi(api, EntityType.Company).ListTraitDefinitionsAsync(closing);
            _events =
            [
                .. (await api.Events.ListTypesAsync(new() { Limit = Page.MaxLimit }, closing)).Data.Select(
                    static type => type.EventSubtype
                ),
            ];
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing) || closing.IsCancellationRequested)
        {
            // Suggestions only: whatever is entered is checked by the API.
        }
    }

    private async Task CreateAsync()
    {
        var api = Api;
        FeatureDetailResponseData? created = null;
        await _form.SubmitAsync(
            async cancellationToken =>
                created = (await api.Features.CreateAsync(_form.Model.ToCreate(), cancellationToken)).Data,
            Closing
        );
        if (created is null)
            return;
        // The guard must learn that all is saved before the page is left.
        StateHasChanged();
        Toaster.Done($"{created.Name} was created.");
        Navigation.NavigateTo(DashboardUrls.Feature(EnvironmentId, created.Id), replace: true);
    }
}
