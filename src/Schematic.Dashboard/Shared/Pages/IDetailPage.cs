using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>The page as seen by its <see cref="DetailView{TItem}"/>.</summary>
public interface IDetailPage<TItem>
{
    Noun Noun { get; }

    /// <summary>The icon that stands for such things.</summary>
    string Icon { get; }

    /// <summary>The id the address names.</summary>
    string Id { get; }

    /// <summary>The list it is in.</summary>
    string ListUrl { get; }

    /// <summary>The environment such things belong to; null for those that are in every one.</summary>
    string? Place { get; }

    Load<TItem> State { get; }

    Task ReloadAsync();
}
