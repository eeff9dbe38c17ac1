using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>The page as seen by its <see cref="ListView{TItem}"/>.</summary>
public interface IListPage<TItem>
{
    Noun Noun { get; }

    /// <summary>The query in the address.</summary>
    ListQuery Query { get; }

    IPagedRows<TItem> Items { get; }

    /// <summary>The filters that are set, besides the search.</summary>
    IEnumerable<ListFilter> Filters { get; }

    /// <summary>Key that identifies a row across reloads: its id.</summary>
    object GetKey(TItem item);

    /// <summary>The address of this list with another query; null for the list as it opens.</summary>
    string UrlOf(IUrlQuery? query);

    /// <summary>Opens this list with another query.</summary>
    /// <param name="replace">True to leave no entry in the history, as for each pause while a search is typed.</param>
    void Open(ListQuery query, bool replace = false);
}
