package org.lianfu.engine;

import org.camunda.bpm.engine.impl.persistence.deploy.cache.CacheFactory;
import org.camunda.bpm.engine.impl.persistence.deploy.cache.DeploymentCache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * Answers from memory for a model that was parsed before, instead of reading its row again at every act: a published
 * model never changes. The price: a definition suspended by another node is not seen, and we suspend none.
 */
final class KnownModels extends DeploymentCache {

    KnownModels(CacheFactory factory, int capacity) {
        super(factory, capacity);
    }

    @Override
    public ProcessDefinitionEntity findDeployedProcessDefinitionById(String id) {
        ProcessDefinitionEntity known = id == null ? null : findProcessDefinitionFromCache(id);
        return known == null ? super.findDeployedProcessDefinitionById(id) : known;
    }
}
