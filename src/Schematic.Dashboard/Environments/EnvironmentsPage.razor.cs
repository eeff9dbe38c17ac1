using Schematic.Contracts.Environments;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Environments;

public sealed partial class EnvironmentsPage : ListPage<EnvironmentsListQuery, EnvironmentResponseData>
{
    public override Noun Noun { get; } = new("environment", "environments");

    public override object GetKey(EnvironmentResponseData item) => item.Id;

    protected override Task<Envelope<IReadOnlyList<EnvironmentResponseData>>> ListAsync(
        EnvironmentsListQuery query,
        CancellationToken cancellationToken
    ) => Api.Environments.ListAsync(query.ToContract(), cancellationToken);

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
        var api = Api;
        var confirmation = Confirmation.Delete(
            Noun.One,
            environment.Name,
            Consequences,
            cancellationToken => api.Environments.DeleteAsync(environment.Id, cancellationToken)
        );
        if (!await ConfirmAsync(confirmation with { Title = $"Delete {environment.Name}?" }))
            return;
        if (environment.Id == EnvironmentId)
            // The page stands in what is gone: start again from the environments that are left.
            Navigation.NavigateTo(DashboardUrls.Home, forceLoad: true);
        else
            await RefreshAsync();
    }

    private Task RefreshAsync() => Task.WhenAll(List.ReloadAsync(), Session.ReloadEnvironmentsAsync(Closing));
}
