using Microsoft.AspNetCore.Components;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>
/// A page about one thing: loads it by the id in its address, anew when the id changes, and deletes it. Draw its states
/// with
/// <see cref="DetailView{TItem}"/>.
/// </summary>
public abstract class DetailPage<TItem> : EnvironmentPage, IDetailPage<TItem>
    where TItem : class
{
    private PageLoader<TItem> _item = default!;
    private string? _shown;

    [Inject]
    protected DialogService Dialogs { get; set; } = default!;

    [Inject]
    private protected Toaster Toaster { get; set; } = default!;

    public abstract Noun Noun { get; }

    public abstract string Icon { get; }

    public abstract string Id { get; }

    public abstract string ListUrl { get; }

    public virtual string? Place => null;

    public Load<TItem> State => _item.State;

    /// <summary>The item shown; null until it is loaded.</summary>
    protected TItem? Item => _item.State.Value;

    protected IReadOnlyList<Crumb> Crumbs => [new(Noun.Title, ListUrl)];

    public Task ReloadAsync() => _item.ReloadAsync();

    protected abstract Task<TItem> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Drops whatever the page keeps of the item: another one is opened, or it was deleted.</summary>
    protected virtual void Forget() { }

    /// <summary>Takes the item as the API has just answered a write.</summary>
    protected void Set(TItem item) => _item.Set(item);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _item = NewLoader<TItem>();
    }

    protected override Task LoadAsync()
    {
        var id = Id;
        if (_shown != id)
        {
            // Another one: nothing of the last may be seen meanwhile.
            if (_shown is not null)
            {
                _item.Dispose();
                _item = NewLoader<TItem>();
            }

            _shown = id;
            Forget();
        }

        return _item.LoadAsync(id, cancellationToken => GetAsync(id, cancellationToken));
    }

    /// <summary>Asks, deletes and leaves for the list.</summary>
    /// <param name="consequences">What is deleted with it, with counts, and what stays.</param>
    protected async Task DeleteAsync(string name, RenderFragment consequences, Func<CancellationToken, Task> delete)
    {
        var confirmation = Confirmation.Delete(Noun.One, name, consequences, delete);
        if (!await Dialogs.ConfirmByNameAsync(confirmation))
            return;
        Forget();
        // The guard must learn that nothing is left to save before the page is left.
        StateHasChanged();
        Toaster.Done(confirmation.DoneText);
        Navigation.NavigateTo(ListUrl, replace: true);
    }
}
