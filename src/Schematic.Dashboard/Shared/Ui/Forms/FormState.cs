using System.Reflection;
using Microsoft.AspNetCore.Components.Forms;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>
/// A form being filled in and sent: one submission at a time, and what the API refuses is said beside the field it names,
/// or above the form where it names none. What was typed is never lost.
/// </summary>
public sealed class FormState<TModel>
    where TModel : class
{
    private readonly ValidationMessageStore _refusals;

    public FormState(TModel model)
    {
        Model = model;
        EditContext = new EditContext(model);
        _refusals = new ValidationMessageStore(EditContext);
        EditContext.OnFieldChanged += (_, change) => _refusals.Clear(change.FieldIdentifier);
    }

    public TModel Model { get; }

    /// <summary>For <c>&lt;EditForm EditContext&gt;</c>.</summary>
    public EditContext EditContext { get; }

    public bool IsBusy { get; private set; }

    /// <summary>A refusal that is about no one field.</summary>
    public LoadFailure? Failure { get; private set; }

    /// <summary>Something was changed and not saved.</summary>
    public bool IsDirty => EditContext.IsModified();

    /// <summary>Sends once, however often it is clicked. True after success; on a refusal the form shows why.</summary>
    public async Task<bool> SubmitAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        if (IsBusy)
            return false;
        IsBusy = true;
        Failure = null;
        _refusals.Clear();
        try
        {
            await send(cancellationToken);
            EditContext.MarkAsUnmodified();
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception) when (LoadFailure.Explains(exception, cancellationToken))
        {
            Refuse(LoadFailure.FromException(exception));
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    // The API's sentences about one input begin with its wire name: "name must be at most 256 characters".
    private void Refuse(LoadFailure failure)
    {
        var subject = failure.Message.Split(' ', 2)[0].Trim('"', '\'', '`', ':', '«', '»');
        var property = typeof(TModel)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => WireJson.Naming.ConvertName(property.Name) == subject);
        if (property is null)
            Failure = failure;
        else
            _refusals.Add(new FieldIdentifier(Model, property.Name), Sentence(failure.Message, subject));
        EditContext.NotifyValidationStateChanged();
    }

    // "environment_type must be one of …" reads "Environment type must be one of …" beside the field.
    private static string Sentence(string message, string subject)
    {
        var rest = message[(message.IndexOf(subject, StringComparison.Ordinal) + subject.Length)..]
            .TrimStart('"', '\'', '`', ':', '»', ' ');
        var name = subject.Replace('_', ' ');
        return $"{char.ToUpperInvariant(name[0])}{name[1..]} {rest}";
    }
}
