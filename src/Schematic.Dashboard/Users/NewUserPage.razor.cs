using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Users;

public sealed partial class NewUserPage : EnvironmentPage
{
    private readonly FormState<EntityDraft> _form = new(new EntityDraft(EntityType.User));
    private PageLoader<Known> _known = default!;
    private PageLoader<string> _company = default!;
    private IReadOnlyList<KeyOwner> _owners = [];
    private NewUserQuery? _query;
    private string _companyId = "";

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    private Crumb[] Crumbs => [new("Users", DashboardUrls.Users(EnvironmentId))];

    private string CompanyName => _company.State is { HasValue: true, IsBusy: false } loaded ? loaded.Value! : _companyId;

    private EntityApi Users => new(Api, EntityType.User);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _known = NewLoader<Known>();
        _company = NewLoader<string>();
    }

    protected override Task LoadAsync()
    {
        // Read once: afterwards the form is what the person has made of it.
        if (_query is null)
            Start(_query = ReadUrl<NewUserQuery>());
        return Task.WhenAll(
            _known.LoadAsync(EnvironmentId, LoadKnownAsync),
            _companyId is { Length: > 0 } id ? _company.LoadAsync(id, cancellationToken => NameOfAsync(id, cancellationToken)) : Task.CompletedTask);
    }

    private void Start(NewUserQuery query)
    {
        _companyId = query.CompanyId;
        if (query.Key is not { } key)
            return;
        _form.Model.Keys[0].Name = key.Name is null or EntityApi.IdKey ? "" : key.Name;
        _form.Model.Keys[0].Value = key.Value;
    }

    private async Task<Known> LoadKnownAsync(CancellationToken cancellationToken)
    {
        var names = Users.ListKeyNamesAsync(cancellationToken);
        var traits = Users.ListTraitDefinitionsAsync(cancellationToken);
        await Task.WhenAll(names, traits);
        return new Known(await names, await traits);
    }

    private async Task<string> NameOfAsync(string companyId, CancellationToken cancellationToken) =>
        (await Api.Companies.GetAsync(companyId, cancellationToken)).Data.Name;

    private async Task PickAsync()
    {
        if (await Dialogs.OpenFormAsync<CompanyPicker, CompanyDetailResponseData>("Choose a company", []) is { } company)
            Choose(company);
    }

    private void Choose(CompanyDetailResponseData? company)
    {
        _companyId = company?.Id ?? "";
        if (company is not null)
            _company.Set(company.Name);
    }

    private async Task CreateAsync()
    {
        _owners = [];
        UserDetailResponseData? created = null;
        if (!await _form.SubmitAsync(async cancellationToken => created = await SendAsync(cancellationToken), Closing))
            return;
        Toaster.Done($"{created!.Name} was created.");
        Navigation.NavigateTo(DashboardUrls.User(EnvironmentId, created.Id));
    }

    private async Task<UserDetailResponseData> SendAsync(CancellationToken cancellationToken)
    {
        var draft = _form.Model;
        var keys = draft.ToKeys();
        try
        {
            foreach (var trait in draft.FilledTraits)
                await Users.DefineAsync(trait, cancellationToken);
            var body = new UpsertUserRequestBody
            {
                Keys = keys,
                Name = draft.ToName(),
                Traits = draft.ToTraits(),
                CompanyId = _companyId.Length == 0 ? null : _companyId,
            };
            return (await Api.Users.CreateAsync(body, cancellationToken)).Data;
        }
        catch (GatewayException refusal) when (refusal.IsConflict)
        {
            _owners = await Users.OwnersAsync(keys, exceptId: null, cancellationToken);
            throw;
        }
        catch (TraitTypeException known)
        {
            known.Trait.Adopt(known.Definition);
            throw new GatewayException(System.Net.HttpStatusCode.BadRequest, $"The trait {known.Trait.Name} is known with another type. Check its value and create again.", inner: known);
        }
    }

    private sealed record Known(IReadOnlyList<string> KeyNames, IReadOnlyList<EntityTraitDefinitionResponseData> Traits);
}
