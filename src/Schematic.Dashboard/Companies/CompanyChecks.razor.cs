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
    private PageLoader<ExplainFlagResponseData> _answer = default!;
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

    protected override async Task OnInitializedAsync()
    {
        _answer = new(StateHasChanged, Time);
        try
        {
            var flags = (await Session.Gateway.Flags.ListAsync(new() { Limit = Page.MaxLimit }, _closing.Token)).Data;
            _flags =
            [
                .. flags
                    .Select(static flag => (flag.Key, flag.Name))
                    .OrderBy(static flag => flag.Key, StringComparer.Ordinal),
            ];
        }
        catch (Exception failure)
            when (LoadFailure.Explains(failure, _closing.Token) || failure is OperationCanceledException)
        {
            // Suggestions only: a key can be typed.
        }
    }

    protected override Task OnParametersSetAsync()
    {
        if (_shown != Query.Flag)
            (_shown, _key) = (Query.Flag, Query.Flag);
        if (Query.Flag.Length == 0)
            return Task.CompletedTask;
        var (api, key, company) = (Session.Gateway, Query.Flag, CompanyId);
        var body = new ExplainFlagRequestBody
        {
            Company = new Dictionary<string, string> { [EntityApi.IdKey] = company },
        };
        return _answer.LoadAsync(
            (key, company),
            async cancellationToken => (await api.Flags.ExplainAsync(key, body, cancellationToken)).Data
        );
    }

    private string UrlOf(ListQuery recent) =>
        DashboardUrls.Company(EnvironmentId, CompanyId, CompanyPage.ChecksTab, new UrlQueryPair(Query, recent));

    private Task Ask()
    {
        var key = (_key ?? "").Trim();
        if (key == Query.Flag)
            return _answer.ReloadAsync();
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
