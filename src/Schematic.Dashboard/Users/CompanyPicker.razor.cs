using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui;

namespace Schematic.Dashboard.Users;

/// <summary>Finds a company by part of its name, a key or its id; closes with it, once what is to be done with it is done.</summary>
public sealed partial class CompanyPicker : ComponentBase, IDisposable
{
    private const int Most = 20;

    private readonly CancellationTokenSource _closing = new();
    private readonly FormState<object> _form = new(new object());
    private PageLoader<IReadOnlyList<CompanyDetailResponseData>> _companies = default!;
    private string _search = "";
    private string? _choosing;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <summary>Ids of companies that cannot be chosen again.</summary>
    [Parameter]
    public IReadOnlySet<string> Members { get; set; } = new HashSet<string>();

    /// <summary>Done before the dialog closes, so that a refusal is shown in it; left out, nothing is.</summary>
    [Parameter]
    public Func<CompanyDetailResponseData, CancellationToken, Task>? Perform { get; set; }

    private string Verb => Perform is null ? "Choose" : "Add";

    public void Dispose()
    {
        _companies.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        _companies = new(StateHasChanged, Time);
        return SearchAsync("");
    }

    private Task SearchAsync(string search)
    {
        _search = search;
        return _companies.LoadAsync(search, cancellationToken => FindAsync(search, cancellationToken));
    }

    private async Task<IReadOnlyList<CompanyDetailResponseData>> FindAsync(string search, CancellationToken cancellationToken)
    {
        var companies = Session.Gateway.Companies;
        var query = new CompaniesQuery { Limit = Most };
        // An id is no part of what is searched.
        if (search.StartsWith("comp_", StringComparison.Ordinal) && (await companies.ListAsync(query with { Ids = [search] }, cancellationToken)).Data is [_, ..] byId)
            return byId;
        return (await companies.ListAsync(query with { Q = search.Length == 0 ? null : search }, cancellationToken)).Data;
    }

    // Enter in the field has been reported as a search already.
    private static void FindNow()
    {
    }

    private async Task ChooseAsync(CompanyDetailResponseData company)
    {
        if (_form.IsBusy)
            return;
        _choosing = company.Id;
        if (await _form.SubmitAsync(cancellationToken => Perform?.Invoke(company, cancellationToken) ?? Task.CompletedTask, _closing.Token))
            Dialogs.Close(company);
        _choosing = null;
    }
}
