using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Schematic.Contracts.Search;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Search;

/// <summary>
/// One field that leads everywhere: things by any name, key value or id, pages, actions, and what was opened last.
/// </summary>
public sealed partial class SearchPalette : CancellableComponent
{
    private const string EventPrefix = "evt_";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    private PageLoader<IReadOnlyList<SearchHitResponseData>> _found = default!;
    private IReadOnlyList<SearchResult> _recent = [];
    private IReadOnlyList<SearchGroup> _groups = [];
    private CancellationTokenSource? _typing;
    private RecentResults _memory = default!;
    private string _text = "";
    private string _answered = "";

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private string EnvironmentId => Session.Environment.Id;

    private string Note =>
        _found.State switch
        {
            { Failure: { } failure } => failure.Message,
            { IsBusy: false, Value.Count: 0 } when _answered.Length > 0 =>
                "Nothing has this name, key or id. Keys and ids match with upper and lower case.",
            _ => "",
        };

    protected override void OnInitialized()
    {
        _found = Own(new PageLoader<IReadOnlyList<SearchHitResponseData>>(OnFound, Time));
        _memory = new(Script, Session.Member.Id, EnvironmentId);
        Show("", []);
    }

    protected override void Dispose(bool disposing)
    {
        StopTyping();
        base.Dispose(disposing);
    }

    // Another tab may have opened something since.
    private async Task OpenAsync()
    {
        _recent = await _memory.ReadAsync();
        if (_text.Length == 0)
            Show("", []);
    }

    private async Task OnInputAsync(string? text)
    {
        _text = text ?? "";
        StopTyping();
        _typing = new();
        var token = _typing.Token;
        await Task.Delay(Pause, Time, token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (!token.IsCancellationRequested)
            await FindAsync(_text.Trim());
    }

    private Task FindAsync(string text)
    {
        var search = Session.Gateway.Search;
        return _found.LoadAsync(
            text,
            async cancellationToken =>
                text.Length == 0 ? [] : (await search.FindAsync(new SearchQuery { Q = text }, cancellationToken)).Data
        );
    }

    private void OnFound()
    {
        if (!_found.State.IsBusy)
            Show(_text.Trim(), _found.State.Failure is null ? _found.State.Value ?? [] : []);
        StateHasChanged();
    }

    private void Show(string text, IReadOnlyList<SearchHitResponseData> hits) =>
        (_groups, _answered) = ([.. Groups(text, hits).Where(static group => group.Results.Count > 0)], text);

    private IEnumerable<SearchGroup> Groups(string text, IReadOnlyList<SearchHitResponseData> hits)
    {
        if (text.Length == 0)
            yield return new("Recent", _recent);
        yield return new("Exact matches", Results(hits.Where(static hit => hit.MatchedKeys.Count > 0)));
        var pages = new SearchGroup("Pages", [.. SearchPlaces.Pages(EnvironmentId, text)]);
        // A page that is asked for by name is not looked for below twenty companies.
        if (text.Length > 0)
            yield return pages;
        foreach (var kind in hits.Where(static hit => hit.MatchedKeys.Count == 0).GroupBy(static hit => hit.Kind))
            yield return new(SearchResult.GroupOf(kind.Key), Results(kind));
        yield return new("Actions", [.. SearchPlaces.Actions(EnvironmentId, text), .. Further(text)]);
        if (text.Length == 0)
            yield return pages;
    }

    private IEnumerable<SearchResult> Further(string text)
    {
        if (text.StartsWith(EventPrefix, StringComparison.Ordinal))
            yield return new(DashboardUrls.Event(EnvironmentId, text), $"Open the event {text}", Icons.Activity);
        if (text.Length > 0)
            yield return new(
                DashboardUrls.Companies(EnvironmentId, new CompaniesListQuery { Search = text }),
                $"Search companies for “{ShortText.Cut(text, 60)}”",
                Icons.Search
            );
    }

    private List<SearchResult> Results(IEnumerable<SearchHitResponseData> hits) =>
        [.. hits.Select(hit => SearchResult.FromContract(EnvironmentId, hit))];

    private async Task RememberAsync(SearchResult chosen)
    {
        _text = "";
        _recent = await _memory.AddAsync(_recent, chosen);
        Show("", []);
    }

    private void StopTyping()
    {
        _typing?.Cancel();
        _typing?.Dispose();
        _typing = null;
    }
}
