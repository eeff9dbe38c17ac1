using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>
/// A page that lists things: reads its query from the address, loads the rows and their number, and hands both to a
/// <see cref="ListView{TItem}"/>.
/// </summary>
public abstract class ListPage<TQuery, TItem> : EnvironmentPage, IListPage<TItem>
    where TQuery : ListQuery<TQuery>, new()
{
    [Inject]
    protected DialogService Dialogs { get; set; } = default!;

    [Inject]
    private protected Toaster Toaster { get; set; } = default!;

    public abstract Noun Noun { get; }

    public TQuery Query { get; private set; } = new();

    public virtual IPagedRows<TItem> Items => List;

    public virtual IEnumerable<ListFilter> Filters => [];

    ListQuery IListPage<TItem>.Query => Query;

    protected ListLoader<TQuery, TItem> List { get; private set; } = default!;

    /// <summary>Counts the rows on all pages; null where the API has no count of this list.</summary>
    protected virtual Func<TQuery, CancellationToken, Task<Envelope<CountResponse>>>? CountAsync => null;

    public abstract object GetKey(TItem item);

    public string UrlOf(IUrlQuery? query) => DashboardUrls.WithQuery(Path, query);

    public void Open(ListQuery query, bool replace = false) => Navigation.NavigateTo(UrlOf(query), replace: replace);

    protected abstract Task<Envelope<IReadOnlyList<TItem>>> ListAsync(
        TQuery query,
        CancellationToken cancellationToken
    );

    protected override void OnInitialized()
    {
        base.OnInitialized();
        List = NewListLoader<TQuery, TItem>(ListAsync, CountAsync);
    }

    protected override Task LoadAsync()
    {
        Query = ReadUrl<TQuery>();
        return List.LoadAsync(Query.Rows);
    }

    /// <summary>Asks, destroys and says so; false where the answer was no.</summary>
    private protected async Task<bool> ConfirmAsync(Confirmation confirmation)
    {
        if (!await Dialogs.ConfirmByNameAsync(confirmation))
            return false;
        Toaster.Done(confirmation.DoneText);
        return true;
    }
}
