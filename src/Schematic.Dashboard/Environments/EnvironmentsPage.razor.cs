using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Radzen;
using Schematic.Contracts.Environments;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Environments;

public sealed partial class EnvironmentsPage : EnvironmentPage
{
    private ListLoader<EnvironmentsListQuery, EnvironmentResponseData> _environments = default!;
    private EnvironmentsListQuery _query = new();

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _environments = NewListLoader<EnvironmentsListQuery, EnvironmentResponseData>(
            (query, cancellationToken) => Api.Environments.ListAsync(query.ToContract(), cancellationToken)
        );
    }

    protected override Task LoadAsync()
    {
        _query = ReadUrl<EnvironmentsListQuery>();
        return _environments.LoadAsync(_query);
    }

    private async Task CreateAsync()
    {
        var created = await Dialogs.OpenFormAsync<EnvironmentDialog, EnvironmentResponseData>("New environment", []);
        if (created is null)
            return;
        Toaster.Done($"{created.Name} was created.", "Open it", DashboardUrls.Companies(created.Id));
        await RefreshAsync();
    }

    private async Task EditAsync(EnvironmentResponseData environment)
    {
        var saved = await Dialogs.OpenFormAsync<EnvironmentDialog, EnvironmentResponseData>(
            $"Edit {environment.Name}",
            new() { [nameof(EnvironmentDialog.Environment)] = environment }
        );
        if (saved is null)
            return;
        Toaster.Done($"{saved.Name} was saved.");
        await RefreshAsync();
    }

    private async Task DeleteAsync(EnvironmentResponseData environment)
    {
        var deleted = await Dialogs.ConfirmByNameAsync(
            $"Delete {environment.Name}?",
            environment.Name,
            "Delete environment",
            "Deleting…",
            DeletionConsequences,
            async cancellationToken => await Api.Environments.DeleteAsync(environment.Id, cancellationToken)
        );
        if (!deleted)
            return;
        Toaster.Done($"{environment.Name} was deleted.");
        if (environment.Id == EnvironmentId)
            // The page stands in what is gone: start again from the environments that are left.
            Navigation.NavigateTo(DashboardUrls.Home, forceLoad: true);
        else
            await RefreshAsync();
    }

    private Task RefreshAsync() => Task.WhenAll(_environments.ReloadAsync(), Session.ReloadEnvironmentsAsync(Closing));

    private static void DeletionConsequences(RenderTreeBuilder builder) =>
        builder.AddMarkupContent(
            0,
            "<p>This deletes the environment with <strong>all of its companies, users, events and API keys</strong>. Applications that use one of its keys stop working at once. It cannot be undone.</p>"
        );
}
