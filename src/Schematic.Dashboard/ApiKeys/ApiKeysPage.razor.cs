using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.ApiKeys;

public sealed partial class ApiKeysPage : ListPage<ApiKeysListQuery, ApiKeyResponseData>
{
    private const string AllTab = "all";

    public override Noun Noun { get; } = new("API key", "API keys");

    protected override Func<ApiKeysListQuery, CancellationToken, Task<Envelope<CountResponse>>> CountAsync =>
        (query, cancellationToken) => Api.ApiKeys.CountAsync(query.ToContract(EnvironmentId), cancellationToken);

    private ApiKeysListQuery OfThisEnvironment => Query with { IsOfAllEnvironments = false, Page = 1 };

    private ApiKeysListQuery OfAllEnvironments => Query with { IsOfAllEnvironments = true, Page = 1 };

    private UrlTab[] Tabs =>
        [new("", "This environment", UrlOf(OfThisEnvironment)), new(AllTab, "All keys", UrlOf(OfAllEnvironments))];

    public override object GetKey(ApiKeyResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<ApiKeyResponseData>>> ListAsync(
        ApiKeysListQuery query,
        CancellationToken cancellationToken
    ) => Api.ApiKeys.ListAsync(query.ToContract(EnvironmentId), cancellationToken);

    private async Task CreateAsync()
    {
        var created = await Dialogs.OpenFormAsync<NewApiKeyDialog, ApiKeyCreateResponseData>("New API key", []);
        if (created is null)
            return;
        var reloading = List.ReloadAsync();
        await ApiKeySecret.ShowAsync(Dialogs, created);
        await reloading;
        // A key made for elsewhere is not in this list: say where it is.
        if (Query.IsOfAllEnvironments || created.EnvironmentId == EnvironmentId)
            Toaster.Done($"{created.Name} is ready to use.");
        else
            Toaster.Done($"{created.Name} is ready to use.", "Show it", UrlOf(OfAllEnvironments));
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
        await List.ReloadAsync();
    }

    private async Task RevokeAsync(ApiKeyResponseData key)
    {
        var api = Api;
        var isRevoked = await ConfirmAsync(
            new()
            {
                Title = $"Revoke {key.Name}?",
                Name = key.Name,
                Action = "Revoke API key",
                BusyText = "Revoking…",
                Consequences = Consequences(key),
                Perform = cancellationToken => api.ApiKeys.DeleteAsync(key.Id, cancellationToken),
                DoneText = $"{key.Name} was revoked.",
            }
        );
        if (isRevoked)
            await List.ReloadAsync();
    }
}
