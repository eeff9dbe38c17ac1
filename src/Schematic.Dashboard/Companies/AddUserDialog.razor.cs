using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Users;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui;

namespace Schematic.Dashboard.Companies;

/// <summary>Finds a user by part of its name, a key or its id, and makes it a member; closes with the user.</summary>
public sealed partial class AddUserDialog : ComponentBase, IDisposable
{
    private const int Most = 20;

    private readonly CancellationTokenSource _closing = new();
    private readonly FormState<object> _form = new(new object());
    private PageLoader<IReadOnlyList<UserDetailResponseData>> _users = default!;
    private string _search = "";
    private string? _adding;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    public void Dispose()
    {
        _users.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        _users = new(StateHasChanged, Time);
        return SearchAsync("");
    }

    private Task SearchAsync(string search)
    {
        _search = search;
        return _users.LoadAsync(search, cancellationToken => FindAsync(search, cancellationToken));
    }

    private async Task<IReadOnlyList<UserDetailResponseData>> FindAsync(string search, CancellationToken cancellationToken)
    {
        var users = Session.Gateway.Users;
        var query = new UsersQuery { Limit = Most };
        // An id is no part of what is searched.
        if (search.StartsWith("user_", StringComparison.Ordinal) && (await users.ListAsync(query with { Ids = [search] }, cancellationToken)).Data is [_, ..] byId)
            return byId;
        return (await users.ListAsync(query with { Q = search.Length == 0 ? null : search }, cancellationToken)).Data;
    }

    // Enter in the field has been reported as a search already.
    private static void FindNow()
    {
    }

    private async Task AddAsync(UserDetailResponseData user)
    {
        if (_form.IsBusy)
            return;
        _adding = user.Id;
        if (await _form.SubmitAsync(
            async cancellationToken => await Session.Gateway.Companies.GetOrCreateMembershipAsync(new() { CompanyId = CompanyId, UserId = user.Id }, cancellationToken),
            _closing.Token))
            Dialogs.Close(user);
        _adding = null;
    }
}
