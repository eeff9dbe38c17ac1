using Microsoft.AspNetCore.Components;
using Schematic.Contracts.Members;
using Schematic.Dashboard.Shared.Ui.Feedback;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Dashboard.Shared.Ui.Page;
using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Shared.Pages;

/// <summary>
/// A page that creates one thing and then opens it. Draw its form with <see cref="CreateForm{TModel}"/>.
/// </summary>
public abstract class CreatePage<TModel> : EnvironmentPage
    where TModel : class
{
    private bool _isCreated;

    [Inject]
    protected DialogService Dialogs { get; set; } = default!;

    [Inject]
    private Toaster Toaster { get; set; } = default!;

    public abstract Noun Noun { get; }

    /// <summary>Permission without which the API refuses what the form sends.</summary>
    public abstract AccountMemberPermission Needs { get; }

    /// <summary>The list it will be in, where Cancel leads to.</summary>
    public abstract string ListUrl { get; }

    public FormState<TModel> Form { get; private set; } = default!;

    public IReadOnlyList<Crumb> Crumbs => [new(Noun.Title, ListUrl)];

    /// <summary>Submits the form and leaves for what was created; creates once, however often it is called.</summary>
    public async Task SubmitAsync()
    {
        // The second click of a double click can arrive after the answer, while the browser is still leaving the page.
        if (_isCreated)
            return;
        Created? created = null;
        await Form.SubmitAsync(
            async cancellationToken => created = await SendAsync(Form.Model, cancellationToken),
            Closing
        );
        if (created is null)
            return;
        _isCreated = true;
        // The guard must learn that all is saved before the page is left.
        StateHasChanged();
        Toaster.Done(created.Text ?? $"{created.Name} was created.");
        Navigation.NavigateTo(created.Url, replace: true);
    }

    /// <summary>Initial values of the form. Read once, so that a reload does not overwrite what was entered.</summary>
    protected abstract TModel CreateModel();

    protected abstract Task<Created> SendAsync(TModel model, CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        Form = new(CreateModel());
    }

    /// <summary>Loads suggestions; without any, there is nothing to load.</summary>
    protected override Task LoadAsync() => Task.CompletedTask;
}

/// <param name="Url">Where it is opened.</param>
/// <param name="Text">Said afterwards; null for "… was created."</param>
public sealed record Created(string Name, string Url, string? Text = null);
