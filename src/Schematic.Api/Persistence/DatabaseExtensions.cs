namespace Schematic.Api.Persistence;

/// <summary>
/// Shorter ways to open, to list and to write, for what the account shares and for work without a result.
/// </summary>
internal static class DatabaseExtensions
{
    extension(IDatabase database)
    {
        /// <summary>A context that reads, and sees only what the account shares.</summary>
        public SchematicDb OpenAccount() => database.Open(SchematicDb.AccountSeq);

        /// <summary>As <see cref="IDatabase.ListAsync"/>, of rows that belong to the environment.</summary>
        public Task<T> ListAsync<T>(
            int environmentSeq,
            Func<SchematicDb, CancellationToken, Task<T>> work,
            CancellationToken cancellationToken
        ) => database.ListAsync(environmentSeq, ListedRows.OfEnvironment, work, cancellationToken);

        /// <summary>
        /// As <see cref="IDatabase.ListAsync"/>, of rows that the account shares, as the environment sees them.
        /// </summary>
        public Task<T> ListSharedAsync<T>(
            int environmentSeq,
            Func<SchematicDb, CancellationToken, Task<T>> work,
            CancellationToken cancellationToken
        ) => database.ListAsync(environmentSeq, ListedRows.OfAccount, work, cancellationToken);

        /// <summary>As <see cref="IDatabase.ListAsync"/>, of what the account shares alone.</summary>
        public Task<T> ListAccountAsync<T>(
            Func<SchematicDb, CancellationToken, Task<T>> work,
            CancellationToken cancellationToken
        ) => database.ListAsync(SchematicDb.AccountSeq, ListedRows.OfAccount, work, cancellationToken);

        /// <summary>As <see cref="IDatabase.WriteAsync"/>, on what the account shares.</summary>
        public Task<T> WriteAccountAsync<T>(
            Func<SchematicDb, CancellationToken, Task<T>> work,
            CancellationToken cancellationToken
        ) => database.WriteAsync(SchematicDb.AccountSeq, work, cancellationToken);

        /// <summary>As <see cref="IDatabase.WriteAsync"/>, on what the account shares.</summary>
        public Task WriteAccountAsync(
            Func<SchematicDb, CancellationToken, Task> work,
            CancellationToken cancellationToken
        ) => database.WriteAsync(SchematicDb.AccountSeq, work, cancellationToken);

        /// <summary>As <see cref="IDatabase.WriteAsync"/>, for work that has no result.</summary>
        public Task WriteAsync(
            int environmentSeq,
            Func<SchematicDb, CancellationToken, Task> work,
            CancellationToken cancellationToken
        ) =>
            database.WriteAsync(
                environmentSeq,
                async (db, token) =>
                {
                    await work(db, token);
                    return 0;
                },
                cancellationToken
            );
    }
}
