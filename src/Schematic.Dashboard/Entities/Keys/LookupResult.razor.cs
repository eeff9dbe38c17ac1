using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Entities.Keys;

/// <summary>
/// Result of a look-up by key: one opens, several are listed, none says which keys there are and offers to create.
/// </summary>
public sealed partial class LookupResult : CancellableComponent
{
    private const int MostNames = 20;
    private const int Longest = 120;

    private PageLoader<KeyLookupResult> _result = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EntityType Type { get; set; }

    [Parameter]
    [EditorRequired]
    public string EnvironmentId { get; set; } = "";

    /// <summary>The look-up in the address; null shows nothing.</summary>
    [Parameter]
    [EditorRequired]
    public KeyLookup? Lookup { get; set; }

    /// <summary>The address of the list without a look-up.</summary>
    [Parameter]
    [EditorRequired]
    public string DismissUrl { get; set; } = "";

    /// <summary>The address of the list searched for the value.</summary>
    [Parameter]
    [EditorRequired]
    public Func<KeyLookup, string> SearchUrl { get; set; } = default!;

    /// <summary>The address of the page that creates one with this key.</summary>
    [Parameter]
    [EditorRequired]
    public Func<KeyLookup, string> CreateUrl { get; set; } = default!;

    private string NoneTitle =>
        Lookup?.Name is { } name
            ? $"No {EntityWords.Noun(Type)} has this {name}"
            : $"No {EntityWords.Noun(Type)} has this value in any key";

    protected override void OnInitialized() => _result = Own(new PageLoader<KeyLookupResult>(OnChanged, Time));

    protected override Task OnParametersSetAsync() =>
        Lookup is { } lookup && RendererInfo.IsInteractive
            ? _result.LoadAsync(
                lookup,
                cancellationToken =>
                    KeyLookupResult.FindAsync(new EntityApi(Session.Gateway, Type), lookup, cancellationToken)
            )
            : Task.CompletedTask;

    private void OnChanged()
    {
        StateHasChanged();
        // In place of the look-up: Back from the one that was found leads to where it was asked for.
        if (Lookup is not null && _result.State is { IsBusy: false, Failure: null, Value.Matches: [var only] })
            Navigation.NavigateTo(EntityWords.Url(EnvironmentId, Type, only.Entity.Id), replace: true);
    }

    private static string Short(string text) => ShortText.Cut(text, Longest);
}
