using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Search;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;

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

    /// <summary>Text of the list's search; empty for none.</summary>
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
        var (text, type) = (Text, Type);
        IReadOnlyList<SearchHitResponseData> hits =
            text.Length == 0 ? [] : await Session.Gateway.Search.FindEntitiesAsync(text, cancellationToken);
        await Found.InvokeAsync(hits.Count);
        return [.. hits.OrderBy(hit => ExactSearch.TypeOf(hit) != type)];
    }
}
