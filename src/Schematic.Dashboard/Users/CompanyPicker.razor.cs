using Microsoft.AspNetCore.Components;
using Radzen;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui;

namespace Schematic.Dashboard.Users;

/// <summary>A dialog that finds a company and closes with it, once what is to be done with it is done.</summary>
public sealed partial class CompanyPicker : ComponentBase, IDisposable
{
    private const int Most = 8;

    private readonly CancellationTokenSource _closing = new();
    private readonly FormState<object> _form = new(new object());
    private PageLoader<IReadOnlyList<CompanyDetailResponseData>> _companies = default!;
    private string _search = "";

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    /// <summary>Ids of those that cannot be chosen again.</summary>
    [Parameter]
    public IReadOnlySet<string> Chosen { get; set; } = new HashSet<string>();

    /// <summary>Done before the dialog closes, so that a refusal is shown in it.</summary>
    [Parameter]
    public Func<CompanyDetailResponseData, CancellationToken, Task>? Perform { get; set; }

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

    private Task SearchAsync(string text)
    {
        _search = text;
        var query = new CompaniesQuery { Q = text.Length == 0 ? null : text, Limit = Most };
        return _companies.LoadAsync(query, async cancellationToken => (await Session.Gateway.Companies.ListAsync(query, cancellationToken)).Data);
    }

    private async Task ChooseAsync(CompanyDetailResponseData company)
    {
        if (await _form.SubmitAsync(cancellationToken => Perform?.Invoke(company, cancellationToken) ?? Task.CompletedTask, _closing.Token))
            Dialogs.Close(company);
    }
}
