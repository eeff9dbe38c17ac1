using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Entities;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.Dashboard.Shared.Session;
using Schematic.Dashboard.Shared.Ui.Forms;

namespace Schematic.Dashboard.Entities;

/// <summary>
/// Finds a company or user by part of its name, a key or its id; closes with it, once what is to be done with it is
/// done.
/// </summary>
public sealed partial class EntityPicker : CancellableComponent
{
    private const int Most = 20;

    private readonly FormState<object> _form = new(new object());
    private PageLoader<IReadOnlyList<Entity>> _found = default!;
    private string _search = "";
    private string? _choosing;

    [Inject]
    private ConsoleSession Session { get; set; } = default!;

    [Inject]
    private DialogService Dialogs { get; set; } = default!;

    [Parameter]
    [EditorRequired]
    public EntityType Type { get; set; }

    /// <summary>Ids that cannot be chosen again.</summary>
    [Parameter]
    public Func<Entity, bool> IsMember { get; set; } = static _ => false;

    /// <summary>Done before the dialog closes, so that a refusal is shown in it; left out, nothing is.</summary>
    [Parameter]
    public Func<Entity, CancellationToken, Task>? Perform { get; set; }

    private string EmptyTitle =>
        _search.Length == 0 ? $"There are no {EntityWords.Plural(Type)} yet" : $"No {EntityWords.Noun(Type)} matches";

    private string NewUrl =>
        Type == EntityType.User
            ? DashboardUrls.NewUser(Session.Environment.Id)
            : DashboardUrls.NewCompany(Session.Environment.Id);

    private string Verb => Perform is null ? "Choose" : "Add";

    protected override Task OnInitializedAsync()
    {
        _found = NewLoader<IReadOnlyList<Entity>>();
        return SearchAsync("");
    }

    private Task SearchAsync(string search)
    {
        _search = search;
        return _found.LoadAsync(
            (Type, search),
            cancellationToken => new EntityApi(Session.Gateway, Type).SearchAsync(search, Most, cancellationToken)
        );
    }

    private bool IsChoosing(Entity entity) => _choosing == entity.Id;

    // Enter in the field has been reported as a search already.
    private static void FindNow() { }

    private async Task ChooseAsync(Entity entity)
    {
        if (_form.IsBusy)
            return;
        _choosing = entity.Id;
        if (
            await _form.SubmitAsync(
                cancellationToken => Perform?.Invoke(entity, cancellationToken) ?? Task.CompletedTask,
                Closing
            )
        )
            Dialogs.Close(entity);
        _choosing = null;
    }
}
