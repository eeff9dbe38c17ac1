using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Sessions;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Pages;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Sessions;

/// <summary>The sessions of whoever looks, and their password.</summary>
public sealed partial class AccountPage : EnvironmentPage
{
    private PageLoader<IReadOnlyList<OwnSessionResponseData>> _sessions = default!;
    private FormState<PasswordForm> _form = new(new PasswordForm());
    private bool _isEnding;

    [Inject]
    private SessionValidator Validator { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _sessions = NewLoader<IReadOnlyList<OwnSessionResponseData>>();
    }

    protected override Task LoadAsync() =>
        _sessions.LoadAsync(
            nameof(AccountPage),
            async cancellationToken => (await Session.Account.Sessions.ListSessionsAsync(cancellationToken)).Data
        );

    private async Task EndAsync(OwnSessionResponseData session)
    {
        if (!await TryEndAsync(token => Session.Account.Sessions.EndSessionAsync(session.Id, token)))
            return;
        Toaster.Done($"{BrowserWords.Describe(session.UserAgent)} was signed out.");
        await _sessions.ReloadAsync();
    }

    private async Task SignOutEverywhereAsync()
    {
        if (!await TryEndAsync(token => Session.Account.Sessions.EndSessionsAsync(token)))
            return;
        Validator.End(Session.Member, SessionHosting.Lifetime);
        Navigation.NavigateTo(DashboardUrls.SignIn, forceLoad: true);
    }

    // True once it is done; otherwise it says why not.
    private async Task<bool> TryEndAsync(Func<CancellationToken, Task> end)
    {
        var closing = Closing;
        _isEnding = true;
        try
        {
            await end(closing);
            return true;
        }
        catch (Exception failure) when (LoadFailure.Explains(failure, closing))
        {
            Toaster.Failed($"Nobody was signed out. {LoadFailure.FromException(failure).Message}");
            await _sessions.ReloadAsync();
            return false;
        }
        finally
        {
            _isEnding = false;
        }
    }

    private async Task ChangePasswordAsync()
    {
        var body = _form.Model.ToContract();
        if (!await _form.SubmitAsync(token => Session.Account.Sessions.ChangePasswordAsync(body, token), Closing))
            return;
        _form = new(new PasswordForm());
        Toaster.Done("Your password was changed.");
        await _sessions.ReloadAsync();
    }
}
