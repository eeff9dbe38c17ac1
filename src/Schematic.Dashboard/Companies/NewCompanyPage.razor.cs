using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Companies;

public sealed partial class NewCompanyPage : EnvironmentPage
{
    private FormState<EntityDraft> _form = default!;
    private IReadOnlyList<KeyOwner> _owners = [];
    private IReadOnlyList<string> _keyNames = [];
    private IReadOnlyList<EntityTraitDefinitionResponseData> _definitions = [];

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    private IReadOnlyList<Crumb> Crumbs => [new("Companies", DashboardUrls.Companies(EnvironmentId))];

    private EntityApi Entities => new(Api, EntityType.Company);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _form = new(ReadUrl<NewEntityQuery>().ToDraft(EntityType.Company));
    }

    protected override async Task LoadAsync()
    {
        var (entities, closing) = (Entities, Closing);
        try
        {
            (_keyNames, _definitions) = (
                await entities.ListKeyNamesAsync(closing),
                await entities.ListTraitDefinitionsAsync(closing)
            );
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing) || closing.IsCancellationRequested)
        {
            // Suggestions only: whatever is entered is checked by the API.
        }
    }

    private async Task CreateAsync()
    {
        _owners = [];
        var (entities, draft) = (Entities, _form.Model);
        Entity? created = null;
        await _form.SubmitAsync(
            async cancellationToken =>
            {
                try
                {
                    created = await entities.CreateAsync(draft, cancellationToken);
                }
                catch (GatewayException refusal) when (refusal.IsConflict)
                {
                    _owners = await entities.OwnersAsync(draft.ToKeys(), exceptId: null, cancellationToken);
                    throw;
                }
            },
            Closing
        );
        if (created is null)
            return;
        // The guard must learn that all is saved before the page is left.
        StateHasChanged();
        Toaster.Done($"{created.Name} was created.");
        Navigation.NavigateTo(DashboardUrls.Company(EnvironmentId, created.Id), replace: true);
    }
}
