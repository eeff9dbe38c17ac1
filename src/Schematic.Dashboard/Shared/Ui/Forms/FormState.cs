using System.Reflection;
using Microsoft.AspNetCore.Components.Forms;
using Schematic.Contracts.Wire;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Http;

namespace Schematic.Dashboard.Shared.Ui.Forms;

/// <summary>
/// A form being filled in and sent: one submission at a time. A refusal is shown beside the field that the API names,
/// or above the form if it names none. What was typed is never lost.
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

    /// <summary>Context to pass to <c>&lt;EditForm EditContext&gt;</c>.</summary>
    public EditContext EditContext { get; }

    public bool IsBusy { get; private set; }

    /// <summary>Why the last submission failed; null if it did not, or if the reason is shown beside a field.</summary>
    public LoadFailure? Failure { get; private set; }

    /// <summary>True if something was changed and not saved.</summary>
    public bool IsDirty => EditContext.IsModified();

    /// <summary>
    /// Sends once, however often it is clicked. Returns true after success; otherwise the form shows why.
    /// </summary>
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
            Refuse(exception);
            return false;
        }
        finally
        {
            IsBusy = false;
        }
    }

    private void Refuse(Exception exception)
    {
        var failure = LoadFailure.FromException(exception);
        if (exception is GatewayException { Field: { } field } && FindProperty(field) is { } property)
            _refusals.Add(new FieldIdentifier(Model, property), GetSentence(failure.Message, field));
        else
            Failure = failure;
        EditContext.NotifyValidationStateChanged();
    }

    // Members of a model are named as on the wire.
    private static string? FindProperty(string field) =>
        typeof(TModel)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .FirstOrDefault(property => WireJson.Naming.ConvertName(property.Name) == field)
            ?.Name;

    // "environment_type must be one of …" reads "Environment type must be one of …" beside the field.
    private static string GetSentence(string message, string field)
    {
        var rest = FieldPath.WithoutPath(message, field);
        return rest == message ? message : FieldPath.Capitalize(field.Replace('_', ' ')) + rest;
    }
}
