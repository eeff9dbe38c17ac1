using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Entities;
using Schematic.Dashboard.Flags.Checks;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;

namespace Schematic.Dashboard.Companies;

/// <summary>What a flag answers for one company, and why; and what applications asked about it.</summary>
public sealed partial class CompanyChecks : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private FlagExplanation _answer = default!;
    private IReadOnlyList<(string Key, string Name)> _flags = [];
    private string _key = "";
    private string? _shown;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private TimeProvider Time { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string CompanyId { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public CompanyChecksQuery Query { get; set; } = default!;

    /// <summary>The page of what applications asked.</summary>
    [Parameter]
    [EditorRequired]
    public RecentChecksQuery Recent { get; set; } = default!;

    public void Dispose()
    {
        _answer.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        _answer = new(Session.Gateway.Flags, StateHasChanged, Time);
        return Suggestions.TryLoadAsync(LoadFlagsAsync, _closing.Token);
    }

    protected override Task OnParametersSetAsync()
    {
        if (_shown != Query.Flag)
            (_shown, _key) = (Query.Flag, Query.Flag);
        if (Query.Flag.Length == 0)
            return Task.CompletedTask;
        var body = new ExplainFlagRequestBody
        {
            Company = new Dictionary<string, string> { [EntityApi.IdKey] = CompanyId },
        };
        return _answer.AskAsync((Query.Flag, CompanyId), Query.Flag, body);
    }

    private async Task LoadFlagsAsync(CancellationToken cancellationToken)
    {
        var flags = (await Session.Gateway.Flags.ListAsync(new() { Limit = Page.MaxLimit }, cancellationToken)).Data;
        _flags =
        [
            .. flags
                .Select(static flag => (flag.Key, flag.Name))
                .OrderBy(static flag => flag.Key, StringComparer.Ordinal),
        ];
    }

    private string UrlOf(ListQuery recent) =>
        DashboardUrls.Company(EnvironmentId, CompanyId, CompanyPage.ChecksTab, new UrlQueryPair(Query, recent));

    private Task Ask()
    {
        var key = (_key ?? "").Trim();
        if (key == Query.Flag)
            return _answer.AskAgainAsync();
        Navigation.NavigateTo(
            DashboardUrls.Company(
                EnvironmentId,
                CompanyId,
                CompanyPage.ChecksTab,
                new CompanyChecksQuery { Flag = key }
            )
        );
        return Task.CompletedTask;
    }
}
