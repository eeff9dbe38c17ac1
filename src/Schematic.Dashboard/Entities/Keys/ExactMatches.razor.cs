using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Gateway.Search;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>
/// Companies and users whose id, or value of any key, is exactly what a list is searched for: those of the list's kind
/// first. <c>domain=acme.com</c> asks for one key.
/// </summary>
public sealed partial class ExactMatches : CancellableComponent
{
    private PageLoader<IReadOnlyList<SearchHitResponseData>> _found = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EntityType Type { get; set; }

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    /// <summary>What the list is searched for; empty for nothing.</summary>
    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>Raised with the number of matches whenever they are known.</summary>
    [Parameter]
    public EventCallback<int> Found { get; set; }

    protected override void OnInitialized() => _found = NewLoader<IReadOnlyList<SearchHitResponseData>>();

    protected override async Task OnParametersSetAsync()
    {
        // Only offered: where it fails, the list still says what has the text in it.
        if (RendererInfo.IsInteractive)
            await _found.LoadAsync(Text, FindAsync);
    }

    private async Task<IReadOnlyList<SearchHitResponseData>> FindAsync(CancellationToken cancellationToken)
    {
        var (text, search) = (Text, Session.Gateway.Search);
        IReadOnlyList<SearchHitResponseData> hits =
            text.Length == 0 ? [] : await FindAsync(search, new() { Q = text, Exact = true }, cancellationToken);
        if (hits.Count == 0 && KeyText.Split(text) is var (name, value))
            hits = await FindAsync(search, new() { Q = value, Key = name }, cancellationToken);
        await Found.InvokeAsync(hits.Count);
        return hits;
    }

    private async Task<IReadOnlyList<SearchHitResponseData>> FindAsync(
        ISearchGateway search,
        SearchQuery query,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await search.FindAsync(query, cancellationToken))
                .Data.Where(static hit => hit.Kind is SearchKind.Company or SearchKind.User)
                .OrderBy(hit => TypeOf(hit) != Type),
        ];

    private static EntityType TypeOf(SearchHitResponseData hit) =>
        hit.Kind == SearchKind.User ? EntityType.User : EntityType.Company;
}
