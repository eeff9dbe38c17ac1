using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Users;

public sealed partial class NewUserPage : EnvironmentPage
{
    private FormState<EntityDraft> _form = default!;
    private PageLoader<string> _company = default!;
    private IReadOnlyList<KeyOwner> _owners = [];
    private IReadOnlyList<string> _keyNames = [];
    private IReadOnlyList<EntityTraitDefinitionResponseData> _definitions = [];
    private string _companyId = "";

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    private Crumb[] Crumbs => [new("Users", DashboardUrls.Users(EnvironmentId))];

    private EntityApi Entities => new(Api, EntityType.User);

    private string CompanyName =>
        _company.State is { HasValue: true, IsBusy: false } loaded ? loaded.Value! : _companyId;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        // Read once: afterwards the form is what the person has made of it.
        var query = ReadUrl<NewUserQuery>();
        _form = new(query.Entity.ToDraft(EntityType.User));
        _companyId = query.CompanyId;
        _company = NewLoader<string>();
    }

    protected override Task LoadAsync() => Task.WhenAll(LoadSuggestionsAsync(), LoadCompanyAsync());

    private async Task LoadSuggestionsAsync()
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

    private Task LoadCompanyAsync() =>
        _companyId is { Length: > 0 } id
            ? _company.LoadAsync(
                id,
                async cancellationToken => (await Api.Companies.GetAsync(id, cancellationToken)).Data.Name
            )
            : Task.CompletedTask;

    private async Task PickAsync()
    {
        if (
            await Dialogs.OpenFormAsync<EntityPicker, Entity>(
                "Choose a company",
                new() { [nameof(EntityPicker.Type)] = EntityType.Company }
            )
            is not { } company
        )
            return;
        _companyId = company.Id;
        _company.Set(company.Name);
    }

    private void Unpick() => _companyId = "";

    private async Task CreateAsync()
    {
        _owners = [];
        UserDetailResponseData? created = null;
        await _form.SubmitAsync(async cancellationToken => created = await SendAsync(cancellationToken), Closing);
        if (created is null)
            return;
        // The guard must learn that all is saved before the page is left.
        StateHasChanged();
        Toaster.Done($"{created.Name} was created.");
        Navigation.NavigateTo(DashboardUrls.User(EnvironmentId, created.Id), replace: true);
    }

    // As EntityApi creates, with the company in the same request: a user that exists without it would be half of what was asked.
    private async Task<UserDetailResponseData> SendAsync(CancellationToken cancellationToken)
    {
        var (api, entities, draft) = (Api, Entities, _form.Model);
        foreach (var trait in draft.FilledTraits)
            await entities.DefineAsync(trait, cancellationToken);
        var body = new UpsertUserRequestBody
        {
            Keys = draft.ToKeys(),
            Name = draft.ToName(),
            Traits = draft.ToTraits(),
            CompanyId = _companyId.Length == 0 ? null : _companyId,
        };
        try
        {
            return (await api.Users.CreateAsync(body, cancellationToken)).Data;
        }
        catch (GatewayException refusal) when (refusal.IsConflict)
        {
            _owners = await entities.OwnersAsync(body.Keys, exceptId: null, cancellationToken);
            throw;
        }
    }
}
