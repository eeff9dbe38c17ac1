using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Features;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.Flags;

public sealed partial class NewFlagPage : EnvironmentPage
{
    private FormState<FlagForm> _form = default!;
    private IReadOnlyList<FeatureDetailResponseData> _features = [];

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    private IReadOnlyList<Crumb> Crumbs => [new("Flags", DashboardUrls.Flags(EnvironmentId))];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        var given = ReadUrl<NewFlagQuery>();
        _form = new(
            new FlagForm
            {
                Key = given.Key,
                Name = given.Name.Length > 0 ? given.Name : given.Key,
                FeatureId = given.FeatureId,
            }
        );
    }

    protected override async Task LoadAsync() =>
        _features = await LinkableFeatures.ListAsync(Api.Features, flagId: null, Closing);

    private async Task CreateAsync()
    {
        var api = Api;
        FlagDetailResponseData? created = null;
        await _form.SubmitAsync(
            async cancellationToken =>
                created = (await api.Flags.CreateAsync(_form.Model.ToContract(), cancellationToken)).Data,
            Closing
        );
        if (created is null)
            return;
        // The guard must learn that all is saved before the page is left.
        StateHasChanged();
        Toaster.Done($"{created.Name} was created. Add the rules that turn it on.");
        Navigation.NavigateTo(DashboardUrls.Flag(EnvironmentId, created.Id), replace: true);
    }
}
