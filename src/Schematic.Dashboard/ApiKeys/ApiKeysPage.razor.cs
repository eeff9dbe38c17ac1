using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;

namespace Schematic.Dashboard.ApiKeys;

public sealed partial class ApiKeysPage : EnvironmentPage
{
    private const string AllTab = "all";

    private ListLoader<ApiKeysListQuery, ApiKeyResponseData> _keys = default!;
    private ApiKeysListQuery _query = new();

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    private ApiKeysListQuery OfThisEnvironment => _query with { IsOfAllEnvironments = false, Page = 1 };

    private ApiKeysListQuery OfAllEnvironments => _query with { IsOfAllEnvironments = true, Page = 1 };

    private UrlTab[] Tabs =>
        [
            new("", "This environment", DashboardUrls.ApiKeys(EnvironmentId, OfThisEnvironment)),
            new(AllTab, "All keys", DashboardUrls.ApiKeys(EnvironmentId, OfAllEnvironments)),
        ];

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _keys = NewListLoader<ApiKeysListQuery, ApiKeyResponseData>(
            (query, cancellationToken) => Api.ApiKeys.ListAsync(query.ToContract(EnvironmentId), cancellationToken),
            (query, cancellationToken) => Api.ApiKeys.CountAsync(query.ToContract(EnvironmentId), cancellationToken)
        );
    }

    protected override Task LoadAsync()
    {
        _query = ReadUrl<ApiKeysListQuery>();
        return _keys.LoadAsync(_query);
    }

    private async Task CreateAsync()
    {
        var created = await Dialogs.OpenFormAsync<NewApiKeyDialog, ApiKeyCreateResponseData>("New API key", []);
        if (created is null)
            return;
        var reloading = _keys.ReloadAsync();
        await ApiKeySecret.ShowAsync(Dialogs, created);
        await reloading;
        // A key made for elsewhere is not in this list: say where it is.
        if (_query.IsOfAllEnvironments || created.EnvironmentId == EnvironmentId)
            Toaster.Done($"{created.Name} is ready to use.");
        else
            Toaster.Done(
                $"{created.Name} is ready to use.",
                "Show it",
                DashboardUrls.ApiKeys(EnvironmentId, OfAllEnvironments)
            );
    }

    private async Task EditAsync(ApiKeyResponseData key)
    {
        var saved = await Dialogs.OpenFormAsync<EditApiKeyDialog, ApiKeyResponseData>(
            $"Edit {key.Name}",
            new() { [nameof(EditApiKeyDialog.ApiKey)] = key }
        );
        if (saved is null)
            return;
        Toaster.Done($"{saved.Name} was saved.");
        await _keys.ReloadAsync();
    }

    private async Task RevokeAsync(ApiKeyResponseData key)
    {
        var revoked = await Dialogs.ConfirmByNameAsync(
            $"Revoke {key.Name}?",
            key.Name,
            "Revoke API key",
            "Revoking…",
            builder =>
            {
                builder.OpenComponent<ApiKeyRevocation>(0);
                builder.AddComponentParameter(1, nameof(ApiKeyRevocation.ApiKey), key);
                builder.CloseComponent();
            },
            async cancellationToken => await Api.ApiKeys.DeleteAsync(key.Id, cancellationToken)
        );
        if (!revoked)
            return;
        Toaster.Done($"{key.Name} was revoked.");
        await _keys.ReloadAsync();
    }
}
